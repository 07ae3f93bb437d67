import { SegmentedControl, Select, SimpleGrid, Stack, Switch, Text, TextInput, useMantineColorScheme } from '@mantine/core';
import { setPreferences, usePreferences } from '../../app/preferences';
import { TEXT_LANGUAGES } from '../../app/SettingsMenu';
import { useMay } from '../../app/useRole';
import { Block } from '../../components/Block';
import { Page } from '../../components/Page';
import { LANGUAGES, useText, type Language } from '../../i18n';
import { RANGES } from '../../lib/chart';
import { BrandingForm } from './BrandingForm';
import { Retention } from './Retention';

/** What this browser shows, and how long the suite keeps what it stores. */
export function SettingsPage() {
  const t = useText();
  const preferences = usePreferences();
  const admin = useMay('admin');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page title={t.nav.settings}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Stack>
          <Block title={t.settings.language}>
            <Stack gap="sm">
              <Select label={t.app.language} value={preferences.language} allowDeselect={false} data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
                onChange={(value) => value && setPreferences({ language: value as Language })} />
              <Select label={t.app.texts} value={preferences.texts ?? ''} allowDeselect={false} searchable
                data={[{ value: '', label: t.app.textsAsPages }, ...TEXT_LANGUAGES.map(([value, label]) => ({ value, label }))]} onChange={(value) => setPreferences({ texts: value || null })} />
            </Stack>
          </Block>
          <Block title={t.settings.looks}>
            <Stack gap="sm">
              <div>
                <Text size="sm" fw={500} mb={4}>{t.app.scheme}</Text>
                <SegmentedControl aria-label={t.app.scheme} value={colorScheme} onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
                  data={[{ value: 'light', label: t.app.schemeLight }, { value: 'dark', label: t.app.schemeDark }, { value: 'auto', label: t.app.schemeSystem }]} />
              </div>
              <Switch label={t.settings.cards} checked={preferences.cards} onChange={(event) => setPreferences({ cards: event.currentTarget.checked })} />
              <Select label={t.settings.range} value={preferences.range} allowDeselect={false} maw={280} data={RANGES.map((each) => each.key)} onChange={(value) => value && setPreferences({ range: value })} />
              <TextInput label={t.settings.grafana} description={t.settings.grafanaText} type="url" placeholder="https://grafana.example.org" defaultValue={preferences.grafana} maxLength={300}
                onBlur={(event) => setPreferences({ grafana: /^https?:\/\/\S+$/i.test(event.currentTarget.value.trim()) ? event.currentTarget.value.trim() : '' })} />
              <Switch label={t.settings.sound} description={t.settings.soundText} checked={preferences.sound} onChange={(event) => setPreferences({ sound: event.currentTarget.checked })} />
            </Stack>
          </Block>
          <Text size="sm" c="dimmed">{t.settings.browserOnly}</Text>
        </Stack>
        <Stack>{admin && <BrandingForm />}<Retention /></Stack>
      </SimpleGrid>
    </Page>
  );
}
