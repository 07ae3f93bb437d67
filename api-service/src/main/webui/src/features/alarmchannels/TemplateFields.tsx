import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { AlarmChannel } from '../../api/types';
import { useText } from '../../i18n';

/** Templates of what is told; empty ones are the usual texts. */
export function TemplateFields({ value, onChange }: { value: Partial<AlarmChannel>; onChange: (changes: Partial<AlarmChannel>) => void }) {
  const t = useText();
  return (
    <details className="json-editor">
      <summary>{t.channels.templates}</summary>
      <Stack gap="xs" mt="xs">
        <Text size="xs" c="dimmed">{t.channels.templatesText}</Text>
        {value.type === 'email' && <TextInput label={t.channels.subject} value={value.subject ?? ''} maxLength={500} onChange={(event) => onChange({ subject: event.currentTarget.value })} />}
        <Textarea label={value.type === 'email' ? t.channels.mailBody : t.channels.hookBody} classNames={{ input: 'mono' }} rows={4} maxLength={10_000} value={value.body ?? ''} onChange={(event) => onChange({ body: event.currentTarget.value })} />
        <TextInput label={t.channels.line} value={value.line ?? ''} maxLength={2000} onChange={(event) => onChange({ line: event.currentTarget.value })} />
      </Stack>
    </details>
  );
}
