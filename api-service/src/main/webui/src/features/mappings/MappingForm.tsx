import { Group, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { MappingRequest } from '../../api/types';
import { useText } from '../../i18n';
import { errorsOf, EXPRESSIONS } from './mappingText';

/** The topics and expressions of a mapping, each with what is wrong with it. */
export function MappingForm({ value, errors, disabled, onChange }: {
  value: MappingRequest; errors: { field?: string; message?: string }[]; disabled: boolean; onChange: (changes: Partial<MappingRequest>) => void;
}) {
  const t = useText();
  return (
    <>
      <Group grow align="flex-start">
        <TextInput label={t.common.name} required disabled={disabled} maxLength={100} value={value.name} onChange={(event) => onChange({ name: event.currentTarget.value })} />
        <NativeSelect label={t.mappings.format} disabled={disabled} value={value.format ?? 'json'} data={(['json', 'text'] as const).map((each) => ({ value: each, label: t.mappings.formats[each] }))} onChange={(event) => onChange({ format: event.currentTarget.value as MappingRequest['format'] })} />
      </Group>
      <TextInput label={t.mappings.what} disabled={disabled} maxLength={1000} value={value.description ?? ''} onChange={(event) => onChange({ description: event.currentTarget.value })} />
      <TagsInput label={t.mappings.topics} description={t.mappings.topicsText} required={value.topics.length === 0} disabled={disabled} maxTags={20} value={value.topics} error={errorsOf(errors, 'topics')} placeholder={value.topics.length > 0 ? undefined : 'shellies/+/status'} onChange={(topics) => onChange({ topics })} />
      {EXPRESSIONS.map((each) => (
        <Textarea key={each} label={t.mappings.expressions[each]} required={each === 'device'} disabled={disabled} rows={each === 'values' ? 5 : 2} maxLength={8000} resize="vertical" spellCheck={false} classNames={{ input: 'mono' }}
          value={value[each] ?? ''} error={errorsOf(errors, each)} onChange={(event) => onChange({ [each]: event.currentTarget.value })} />
      ))}
      <TextInput label={t.mappings.zone} disabled={disabled} placeholder="Europe/Berlin" maxLength={60} value={value.zone ?? ''} onChange={(event) => onChange({ zone: event.currentTarget.value })} />
    </>
  );
}
