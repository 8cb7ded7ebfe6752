/** What a turn costs: a new clip, and any other edit. Talking is free. */
export const GENERATION_CREDITS = 48;
export const EDIT_CREDITS = 3;
