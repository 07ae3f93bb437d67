import { Card, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useGet } from '../../api/call';
import type { IoddAsset } from '../../api/types';
import { Ask } from '../../components/Ask';
import { AssetImage } from '../../components/AssetImage';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { sizeText } from '../../lib/numbers';
import { Dialog } from '../../components/Dialog';

/** All pictures of the package; each can be seen large. */
export function ImagesTab({ id }: { id: number }) {
  const t = useText();
  const [large, setLarge] = useState<IoddAsset | null>(null);
  const assets = useGet('/api/iodd/{id}/assets', { id });
  const url = (asset: IoddAsset) => `/api/iodd/${id}/assets/${asset.id}`;
  return (
    <Ask query={assets}>{(list) => {
      const images = list.filter((each) => each.file_type === 'image');
      return images.length === 0 ? <Empty>{t.description.noImages}</Empty> : (
        <>
          <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }}>
            {images.map((each) => (
              <UnstyledButton key={each.id} onClick={() => setLarge(each)} aria-label={t.description.enlarge(each.file_name ?? '')}>
                <Card withBorder padding="sm" className="image-card">
                  <AssetImage src={url(each)} alt="" size={180} style={{ height: 130, objectFit: 'contain' }} />
                  <Text size="xs" mt={6} truncate="end" title={each.file_name}>{each.file_name}</Text>
                  <Text size="xs" c="dimmed">{(t.description.purposes as Record<string, string>)[each.image_purpose ?? ''] ?? each.image_purpose} · {sizeText(each.size ?? 0)}</Text>
                </Card>
              </UnstyledButton>
            ))}
          </SimpleGrid>
          <Dialog opened={large !== null} onClose={() => setLarge(null)} title={large?.file_name} size="xl" centered>
            {large && <AssetImage src={url(large)} alt={large.file_name ?? ''} size={900} style={{ maxWidth: '100%', maxHeight: '75vh' }} />}
          </Dialog>
        </>
      );
    }}</Ask>
  );
}
