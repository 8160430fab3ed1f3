export { GroupCommit } from '@app/kernel';
