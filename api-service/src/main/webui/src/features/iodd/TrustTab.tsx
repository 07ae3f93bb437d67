import { Badge, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { FileReport, StampReport, TrustReport } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';
import { hexCode } from '../../lib/hex';
import { Findings } from '../description/Findings';

/** Whether the file can be trusted: its stamp, how much of it was understood, and what is questionable. */
export function TrustTab({ id }: { id: number }) {
  const report = useGet('/api/iodd/{id}/report', { id }, {}, { staleTime: 60_000 });
  return <Ask query={report}>{(data) => <Report report={data} />}</Ask>;
}

function Report({ report }: { report: TrustReport }) {
  const t = useText();
  const percent = report.score?.percent ?? 0;
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Block title={t.trust.stamp}>{report.stamp ? <Stamp stamp={report.stamp} /> : <Text size="sm" c="dimmed">{t.trust.noStamp}</Text>}</Block>
        <Block title={t.trust.coverage}>
          <Text size="sm" mb={6}>{t.trust.coverageText(report.score?.reproduced ?? 0, report.score?.total ?? 0)}</Text>
          <Progress value={percent} size="lg" color={percent === 100 ? 'teal' : 'orange'} aria-label={t.trust.coverage} />
          <Text size="lg" fw={600} mt={4} className="number">{percent} %</Text>
        </Block>
      </SimpleGrid>
      <Block title={`${t.description.findings} (${report.findings?.length ?? 0})`}>
        <Findings findings={report.findings ?? []} line={(n) => `?tab=xml&line=${n}`} />
      </Block>
      {(report.files ?? []).map((file) => <FileCard key={file.name} file={file} />)}
    </Stack>
  );
}

function Stamp({ stamp }: { stamp: StampReport }) {
  const t = useText();
  const good = stamp.verdict === 'matches';
  return (
    <>
      <Group gap="xs" mb={6}><Badge color={good ? 'teal' : stamp.verdict === 'missing' ? 'gray' : 'red'}>{(t.trust.verdicts as Record<string, string>)[stamp.verdict ?? ''] ?? stamp.verdict}</Badge></Group>
      <Text size="sm">{stamp.message}</Text>
      <Facts rows={[
        [t.trust.stamped, stamp.stamped !== undefined && stamp.stamped !== null && hexCode(stamp.stamped, 8)],
        [t.trust.computed, stamp.computed !== undefined && stamp.computed !== null && hexCode(stamp.computed, 8)],
        [t.trust.checker, [stamp.checker_name, stamp.checker_version].filter(Boolean).join(' ')],
      ]} />
    </>
  );
}

function FileCard({ file }: { file: FileReport }) {
  const t = useText();
  const coverage = file.coverage;
  return (
    <Block title={file.name ?? ''} aside={<Badge color="gray">{[file.role, file.language].filter(Boolean).join(' ')}</Badge>}>
      <Facts rows={[
        [t.trust.understood, coverage?.score && `${coverage.score.reproduced} / ${coverage.score.total} (${coverage.score.percent} %)`],
        [t.trust.elements, coverage?.elements], [t.trust.attributes, coverage?.attributes], [t.trust.texts, coverage?.texts],
        [t.trust.kept, coverage?.kept || undefined],
        [t.trust.notUnderstood, (coverage?.not_represented?.length ?? 0) > 0 && coverage!.not_represented!.map((each) => `${each.path ?? each.kind} (${each.nodes ?? 1})`).join(', ')],
        [t.trust.differences, (coverage?.differences?.length ?? 0) > 0 && coverage!.differences!.map((each) => `${each.path}: ${each.original} / ${each.rebuilt}`).join(', ')],
      ]} />
    </Block>
  );
}
