import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';

const BOUNDARY = 'raw-upload-boundary';

/** A form that is sent by hand, as slowly or as incompletely as a test wants. */
export interface RawUpload {
  readonly request: ClientRequest;
  /** The answer, whenever it comes. Where the connection breaks, its error. */
  readonly answer: Promise<{
    readonly status: number;
    readonly body: { readonly code?: string; readonly id?: string };
  }>;
  /** Sends bytes of the file; resolves when the connection takes more. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the file and the form. */
  end(): void;
}

/** Opens an upload to `POST /v1/documents`; `announced` is the file's size, where the form's length is to be told ahead. */
export function openUpload(
  { url, token }: { readonly url: string; readonly token: string },
  { name = 'file.txt', announced, headers = {} }: { name?: string; announced?: number; headers?: object } = {},
): RawUpload {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const tail = `\r\n--${BOUNDARY}--\r\n`;
  const sending = request(`${url}/v1/documents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      ...(announced !== undefined && { 'content-length': head.length + announced + tail.length }),
      ...headers,
    },
  });
  const answer = once(sending, 'response').then(async ([response]: AsyncIterable<Buffer>[]) => {
    const text = Buffer.concat(await Array.fromAsync(response!)).toString();
    return {
      status: (response as unknown as { statusCode: number }).statusCode,
      body: JSON.parse(text) as { code?: string; id?: string },
    };
  });
  answer.catch(() => undefined);
  sending.write(head);
  return {
    request: sending,
    answer,
    write: async (bytes) => {
      if (!sending.write(bytes)) await Promise.race([once(sending, 'drain'), answer.catch(() => undefined)]);
    },
    end: () => void sending.end(tail),
  };
}
