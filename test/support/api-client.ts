export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

const TERMINAL = new Set(['succeeded', 'partial', 'failed', 'cancelled']);

/** A client of the API as a program would write one, without knowledge of the service's insides. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  static async signIn(url: string, credentials: { email: string; password: string }): Promise<ApiClient> {
    const { status, body } = await new ApiClient(url, '').post<{ accessToken: string }>('/v1/auth/login', credentials);
    if (status !== 200) throw new Error(`Sign-in failed: ${status} ${JSON.stringify(body)}`);
    return new ApiClient(url, body.accessToken);
  }

  as(token: string): ApiClient {
    return new ApiClient(this.url, token);
  }

  async request<T = Record<string, unknown>>(method: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = new Headers(init.headers);
    if (this.token) headers.set('authorization', `Bearer ${this.token}`);
    const response = await fetch(this.url + path, {
      ...init,
      method,
      headers,
      signal: init.signal ?? AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: (json && text ? JSON.parse(text) : text) as T };
  }

  get<T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.request<T>('GET', path, { headers });
  }

  post<T = Record<string, unknown>>(
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, headers);
  }

  patch<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, body);
  }

  put<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body);
  }

  delete<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.request<T>('DELETE', path);
  }

  /** Uploads one file; fields come before it. */
  upload<T = DocumentBody>(
    file: { name: string; bytes: Uint8Array | string },
    fields: Record<string, unknown> = {},
    { path = '/v1/documents?wait=30', headers = {} }: { path?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields))
      form.set(key, typeof value === 'string' ? value : JSON.stringify(value));
    form.set('file', new Blob([file.bytes as never]), file.name);
    return this.request<T>('POST', path, { body: form, headers });
  }

  /** The document once its status is terminal. */
  async settled(id: string, seconds = 60): Promise<DocumentBody> {
    for (const until = Date.now() + seconds * 1000; ;) {
      const { body } = await this.get<DocumentBody>(`/v1/documents/${id}`);
      if (TERMINAL.has(body.status)) return body;
      if (Date.now() > until)
        throw new Error(`Document ${id} is still ${body.status} at ${body.stage} after ${seconds} s`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return body === undefined
      ? this.request<T>(method, path, { headers })
      : this.request<T>(method, path, {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...headers },
        });
  }
}

export interface FieldBody {
  readonly name: string;
  readonly type: string;
  readonly value: string | null;
  readonly grounding: {
    readonly quote: string;
    readonly span: [number, number];
    readonly page: number;
    readonly box: object | null;
  } | null;
  readonly items?: { readonly fields: FieldBody[] }[];
}

export interface DocumentBody {
  readonly id: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly status: string;
  readonly stage: string;
  readonly duplicateOf: string | null;
  readonly parentId: string | null;
  readonly children: { id: string; filename: string; role: string; status: string }[];
  readonly error: { code: string; detail: string } | null;
  readonly receipt: {
    pages: Record<string, number>;
    children: { found: number; processed: number; skipped: { name: string; reason: string }[] };
    characters: number;
  } | null;
  readonly classification: { type: string; confidence: number; industry: string } | null;
  readonly extraction: { runId: string; fillRate: number; fields: FieldBody[] } | null;
  readonly triage: Record<string, unknown> | null;
  readonly email: { from: string; subject: string } | null;
  readonly usage: { durationMs: number };
}
