import type { FailureCode } from '../../shared/domain/failure.ts';
import type { Activity, Notice } from '../../shared/domain/turn.ts';

export const failure: Record<FailureCode, string> = {
  'bad-request': 'Rushes could not carry that out.',
  'not-found': 'That is not there any more.',
  internal: 'Something went wrong inside Rushes. Your work is kept.',
  offline: 'The cloud cannot be reached. Check your network, then try again.',
  interrupted: 'The connection broke before the answer was complete.',
  'timed-out': 'The cloud took too long to answer.',
  cancelled: 'Cancelled.',
  'bad-answer': 'The cloud sent an answer that Rushes could not read.',
  server: 'The cloud has a problem of its own. Try again in a moment.',
  'token-refused': 'The cloud did not accept your access token.',
  'session-lost': 'The cloud no longer has the session of this project. Your next message starts a fresh timeline.',
  'no-credits': 'You are out of credits. Everything made so far is kept.',
  'unsupported-file': 'This format is not supported. You can use {{formats}}.',
  'file-too-large': 'This file is larger than 500 MB. Compress or trim it, then attach it again.',
  'file-empty': 'This file is empty.',
  'file-unreadable': 'This file cannot be read. It may have been moved or deleted.',
  'file-changed': 'This file changed during the upload. Try again once it is finished.',
  'export-blocked': 'Register or upgrade your plan to unlock export.',
  'rate-limited': 'The cloud asks for a short break. Try again in a moment.',
  'token-spent': 'The free credits of this computer have been given out. The cloud gives new ones once in 7 days.',
  'too-much': 'That is too much at once. Make it shorter, or send it in parts.',
  'agent-failed': 'The agent could not finish this.',
  'nothing-to-export': 'There is nothing to export yet. Generate something first.',
  'render-failed': 'The video could not be rendered, not on a second try either.',
  'delivery-broken': 'The rendered video arrived damaged. Try again.',
  'disk-full': 'The disk is full. Make some room, then try again.',
  'folder-read-only': 'That folder cannot be written to. Choose another one.',
  'upload-failed': 'The upload did not finish.',
  'not-sent': 'The message was not sent, and nothing was charged.',
  'over-ceiling': 'This would pass your daily ceiling.',
};

export const notice: Record<Notice['code'], string> = {
  'silent-edit': 'The agent said nothing; read from the timeline',
  unchanged: 'The timeline did not change.',
  'no-draft': 'There is nothing on the timeline yet.',
  'export-started': 'Export started. You can go on working meanwhile.',
  'export-cancelled': 'No place chosen, so nothing was exported.',
  'pick-files': 'Choose the files to upload, or drop them onto this window.',
  'fresh-session': 'The cloud started a fresh timeline for this project. The conversation is kept here.',
  stopped: 'Stopped. The cloud may go on and charge for it.',
  recovering: 'Connection to the answer was lost. Asking the cloud… ({{attempt}} of {{of}})',
  recovered: 'The connection was lost on the way; this is what the cloud made of it.',
};

export const activity: Record<Activity, string> = {
  thinking: 'Thinking…',
  generating: 'Generating the clip…',
  editing: 'Editing the cut…',
  music: 'Choosing music…',
  title: 'Setting the title…',
  looking: 'Looking at the cut…',
  working: 'Working…',
};
