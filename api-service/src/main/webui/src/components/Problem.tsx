import { Alert, Button, Group, List, Text } from '@mantine/core';
import { ApiError } from '../api/client';
import { useText } from '../i18n';

/** What went wrong, in the words of the API, with the trace id for whoever reads the logs. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useText();
  const problem = error instanceof ApiError ? error.problem : null;
  const text = error instanceof Error ? error.message : String(error);
  const findings = problem?.errors?.filter((each) => each.message) ?? [];
  return (
    <Alert color="red" variant="light" title={problem?.title} role="alert">
      <Text size="sm">{text}</Text>
      {findings.length > 0 && (
        <List size="sm" mt="xs">
          {findings.slice(0, 10).map((each, i) => (
            <List.Item key={i}>{each.field ? `${each.field}: ${each.message}` : each.message}</List.Item>
          ))}
        </List>
      )}
      <Group mt="xs" gap="md">
        {retry && <Button size="compact-sm" variant="light" color="red" onClick={retry}>{t.common.retry}</Button>}
        {problem?.trace_id && <Text size="xs" c="dimmed" ff="monospace">{t.common.trace} {problem.trace_id}</Text>}
      </Group>
    </Alert>
  );
}
