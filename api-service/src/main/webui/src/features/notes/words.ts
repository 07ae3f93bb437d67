export const NOTE_STATUSES = ['open', 'in_progress', 'resolved', 'closed', 'wont_fix'] as const;
export const NOTE_PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
