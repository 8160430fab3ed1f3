// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), as far as this API uses them.

/** Each event of a stream of bytes as {id, event, data}, with `data` parsed as JSON. Comments are left out. */
export async function* readEvents(body) {
  let rest = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event.data !== undefined) yield event;
    }
  }
}

function parseEvent(block) {
  const values = {};
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (name === 'data') values.data = values.data === undefined ? value : `${values.data}\n${value}`;
    else if (name) values[name] = value;
  }
  return { ...values, data: values.data === undefined ? undefined : JSON.parse(values.data) };
}
