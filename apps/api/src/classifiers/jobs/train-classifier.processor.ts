import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { TrainingService } from '../training.service.js';
import { trainClassifierJob } from './train-classifier.job.js';

@Processor(trainClassifierJob.queue)
export class TrainClassifierProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly training: TrainingService,
  ) {
    super(trainClassifierJob, runtime);
  }

  @Process({ concurrency: loopsOf(trainClassifierJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.training.train(job);
  }

  giveUp(job: ClaimedJob, error: AppError): Promise<void> {
    return this.training.fail(job, error);
  }
}
