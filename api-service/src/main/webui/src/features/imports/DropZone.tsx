import { Button, Group, Text } from '@mantine/core';
import { useRef, useState, type DragEvent } from 'react';
import { useMay } from '../../app/useRole';
import { UploadIcon } from '../../components/Icons';
import { useText } from '../../i18n';
import { fromDrop, fromInput } from './collect';
import { importFiles } from './transfers';

/** Takes files, folders and packages by drag and drop or by a dialog. */
export function DropZone() {
  const t = useText();
  const may = useMay('operator');
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void fromDrop(event.dataTransfer).then(importFiles);
  };
  if (!may) {
    return null;
  }
  return (
    <div className="drop-zone" data-over={over || undefined} onDrop={drop}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}>
      <Group justify="space-between">
        <Group gap="sm" wrap="nowrap" style={{ flex: '1 1 16rem' }}>
          <Text c="dimmed" component="span" lh={0}><UploadIcon size={26} /></Text>
          <div>
            <Text size="sm" fw={500}>{t.imports.drop}</Text>
            <Text size="xs" c="dimmed">{t.imports.dropHint}</Text>
          </div>
        </Group>
        <Group gap="xs">
          <Button variant="light" size="sm" onClick={() => files.current?.click()}>{t.imports.choose}</Button>
          <Button variant="light" size="sm" onClick={() => folder.current?.click()}>{t.imports.chooseFolder}</Button>
        </Group>
        <input ref={files} type="file" multiple hidden aria-label={t.imports.choose} data-testid="import-files"
          onChange={(event) => { importFiles(fromInput(event.currentTarget.files)); event.currentTarget.value = ''; }} />
        <input ref={folder} type="file" multiple hidden aria-label={t.imports.chooseFolder} data-testid="import-folder" {...{ webkitdirectory: '' }}
          onChange={(event) => { importFiles(fromInput(event.currentTarget.files)); event.currentTarget.value = ''; }} />
      </Group>
    </div>
  );
}
