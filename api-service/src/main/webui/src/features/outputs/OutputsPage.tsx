import { Alert, SimpleGrid, Stack, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Empty, Page } from '../../components/Page';
import { useText } from '../../i18n';
import { byName } from './byName';
import { OutputCard } from './OutputCard';

/** Where decoded values go beside the live view, on or off, with counts. */
export function OutputsPage() {
  const t = useText();
  const outputs = useGet('/api/outputs', {}, {}, { refetchInterval: 5000, staleTime: 0 });
  return (
    <Page title={t.nav.outputs}>
      <Text size="sm" c="dimmed">{t.outputs.text}</Text>
      <Ask query={outputs}>{(all) => {
        const { kinds, silent } = byName(all);
        return (
          <Stack>
            {silent.map((each) => <Alert key={`${each.service} ${each.instance}`} color="orange" title={each.service}>{t.outputs.silent(each.instance ?? '', each.detail ?? '')}</Alert>)}
            {all.length === 0 && <Empty hint={t.outputs.noneHint}>{t.outputs.none}</Empty>}
            <SimpleGrid cols={{ base: 1, lg: 2 }}>{kinds.map((kind) => <OutputCard key={kind.name} {...kind} />)}</SimpleGrid>
          </Stack>
        );
      }}</Ask>
    </Page>
  );
}
