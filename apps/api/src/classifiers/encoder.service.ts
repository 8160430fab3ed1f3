import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DIMENSIONS } from './domain/sentence-vector.js';
import { ClassifierProcess, processEntry } from './process/classifier-process.js';

/** A process without work for so long is ended: it takes 150 MB. */
const IDLE_MS = 120_000;
/** Loading the model takes one second, a text a few milliseconds at most. */
const WALL_MS = 60_000;
const MEMORY_MB = 256;
/** Texts in one task: others wait no longer than these take. */
const TEXTS_AT_ONCE = 100;

/** Sentence vectors, made in a process of its own that starts when it is needed. */
@Injectable()
export class EncoderService implements OnApplicationShutdown {
  private process: ClassifierProcess | null = null;
  private idle: NodeJS.Timeout | undefined;

  /** One vector a text. */
  async encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += TEXTS_AT_ONCE) {
      signal?.throwIfAborted();
      const part = texts.slice(at, at + TEXTS_AT_ONCE);
      const { vectors: all } = await this.running().run({ kind: 'encode', texts: part }, { wallMs: WALL_MS });
      vectors.push(...part.map((_, row) => all.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS)));
    }
    return vectors;
  }

  onApplicationShutdown(): void {
    clearTimeout(this.idle);
    this.process?.kill();
  }

  private running(): ClassifierProcess {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.endIdle(), IDLE_MS).unref();
    if (!this.process?.isAlive) this.process = new ClassifierProcess({ entry: processEntry(), memoryMb: MEMORY_MB });
    return this.process;
  }

  private endIdle(): void {
    if (this.process?.isIdle !== true) return;
    this.process.kill();
    this.process = null;
  }
}
