import { AppError } from '@app/kernel';
import { Global, Module } from '@nestjs/common';
import { ChatModel } from './chat-model.js';
import { type LlmConfig, llmConfig } from './llm.config.js';
import { OpenAiCompatibleModel } from './openai-compatible.provider.js';

/** Injection token of the configured models; empty where there is none. */
export const CHAT_MODELS = Symbol.for('dossier.chat-models');

@Global()
@Module({
  providers: [
    {
      provide: CHAT_MODELS,
      inject: [llmConfig.token],
      useFactory: ({ baseUrl, apiKey, model, timeoutMs }: LlmConfig): readonly ChatModel[] => {
        if (baseUrl === undefined && model === undefined) return [];
        if (baseUrl === undefined || model === undefined)
          throw new AppError('invalid_configuration', 'invalid', {
            detail: 'LLM_BASE_URL and LLM_MODEL belong together.',
          });
        return [new OpenAiCompatibleModel({ baseUrl, model, timeoutMs, apiKey: apiKey ?? 'none' })];
      },
    },
  ],
  exports: [CHAT_MODELS],
})
export class LlmModule {}
