/** The list of exports. */
export const exports = {
  title: 'Exports',
  empty: 'Finished videos appear here.',
  queued: 'Waiting',
  submitted: 'Submitting',
  downloading: 'Downloading {{percent}} %',
  downloadingUnknown: 'Downloading',
  checking: 'Checking',
  saved: 'Saved',
  failed: 'Failed',
  cancelled: 'Cancelled',
  cancel: 'Cancel',
  retry: 'Retry',
  show: 'Show in folder',
  pill_one: '{{count}} export',
  pill_other: '{{count}} exports',
  form: 'It will be an MP4 in high quality, at the size of your video: {{width}} × {{height}}.',
};
