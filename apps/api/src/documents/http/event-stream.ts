import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentEvent } from '../live.service.js';

const sequenceOf = (header: unknown): number => {
  const value = Number(header ?? 0);
  return Number.isInteger(value) && value > 0 ? value : 0;
};

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html); `Last-Event-ID` resumes. */
export async function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  follow: (afterSeq: number, signal: AbortSignal) => AsyncIterable<DocumentEvent | null>,
): Promise<void> {
  const controller = new AbortController();
  request.raw.on('close', () => controller.abort());
  reply.raw.on('close', () => controller.abort());
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  try {
    for await (const event of follow(sequenceOf(request.headers['last-event-id']), controller.signal)) {
      if (event === null) reply.raw.write(': keep-alive\n\n');
      else {
        const { seq, status, stage, progress } = event;
        reply.raw.write(`id: ${seq}\nevent: stage\ndata: ${JSON.stringify({ status, stage, progress })}\n\n`);
      }
    }
  } finally {
    reply.raw.end();
  }
}
