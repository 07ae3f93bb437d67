import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { Link } from 'react-router';
import { UploadIcon } from '../../components/Icons';
import { useText } from '../../i18n';
import { upload, type FileState, type ImportLine } from './upload';

const COLORS: Record<FileState, string> = {
  waiting: 'gray', uploading: 'blue', imported: 'teal', already_known: 'cyan', ignored: 'gray', failed: 'red',
};

/** Takes files by drag and drop or by a dialog, imports them one after another, and says what became of each. */
export function ImportBox() {
  const t = useText();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const chain = useRef<Promise<void>>(Promise.resolve());
  const counter = useRef(0);
  const [over, setOver] = useState(false);
  const [lines, setLines] = useState<ImportLine[]>([]);

  const add = (files: File[]) => {
    const jobs = files.map((file) => ({ key: `f${counter.current++}`, file }));
    setLines((before) => [...jobs.map(({ key, file }): ImportLine => ({ key, name: file.name, state: 'waiting' })), ...before]);
    for (const { key, file } of jobs) {
      chain.current = chain.current.then(async () => {
        setLines((before) => before.map((line) => (line.key === key ? { ...line, state: 'uploading' } : line)));
        const results = await upload(key, file);
        setLines((before) => before.flatMap((line) => (line.key === key ? results : [line])));
        if (results.some((line) => line.state === 'imported')) {
          await client.invalidateQueries();
        }
      });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };

  return (
    <Stack gap="sm">
      <div className="drop-zone" data-over={over || undefined} onDrop={drop}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}>
        <Group justify="space-between">
          <Group gap="sm" wrap="nowrap">
            <Text c="dimmed" component="span" lh={0}><UploadIcon size={26} /></Text>
            <div>
              <Text size="sm" fw={500}>{t.catalog.drop}</Text>
              <Text size="xs" c="dimmed">{t.catalog.dropHint}</Text>
            </div>
          </Group>
          <Button variant="light" onClick={() => input.current?.click()}>{t.catalog.choose}</Button>
          <input ref={input} type="file" multiple hidden accept=".xml,.zip,.iodd,.eds" aria-label={t.catalog.choose}
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }} />
        </Group>
      </div>
      {lines.length > 0 && (
        <Card withBorder aria-live="polite">
          <Group justify="space-between" mb="xs">
            <Title order={2} size="h5">{t.catalog.results}</Title>
            <Button variant="subtle" size="compact-sm" onClick={() =>
              setLines((before) => before.filter((line) => line.state === 'waiting' || line.state === 'uploading'))}>
              {t.catalog.clear}
            </Button>
          </Group>
          <Stack gap="xs">{lines.map((line) => <Line key={line.key} line={line} />)}</Stack>
        </Card>
      )}
    </Stack>
  );
}

function Line({ line }: { line: ImportLine }) {
  const t = useText();
  const names: Record<FileState, string> = {
    waiting: t.catalog.waiting, uploading: t.catalog.uploading, imported: t.catalog.imported1,
    already_known: t.catalog.already_known, ignored: t.catalog.ignored, failed: t.catalog.failed,
  };
  const details = line.problem?.errors?.map((each) => each.message).filter(Boolean).slice(0, 5) ?? [];
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Badge color={COLORS[line.state]} variant="light" miw={110} style={{ flex: 'none' }}>{names[line.state]}</Badge>
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {line.descriptionId !== undefined
            ? <Anchor component={Link} to={`/catalog/${line.descriptionId}`} inherit>{line.product ?? line.name}</Anchor>
            : line.name}
          {line.product && <Text span size="xs" c="dimmed"> {line.name}</Text>}
          {!!line.findings && <Text span size="xs" c="dimmed"> · {t.catalog.findings(line.findings)}</Text>}
        </Text>
        {(line.problem || line.message) && (
          <Text size="xs" c={line.problem ? 'red' : 'dimmed'}>
            {line.message ?? line.problem?.detail ?? line.problem?.title}
          </Text>
        )}
        {details.map((text, i) => <Text key={i} size="xs" c="dimmed">{text}</Text>)}
      </div>
    </Group>
  );
}
