import { ActionIcon, Popover, SegmentedControl, Select, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { SettingsIcon } from '../components/Icons';
import { LANGUAGES, useText, type Language } from '../i18n';
import { setPreferences, usePreferences } from './preferences';

/** Languages that device texts are often in, each in its own name. */
export const TEXT_LANGUAGES: [string, string][] = [
  ['en', 'English'], ['de', 'Deutsch'], ['fr', 'Français'], ['it', 'Italiano'], ['es', 'Español'], ['pt', 'Português'], ['nl', 'Nederlands'],
  ['pl', 'Polski'], ['cs', 'Čeština'], ['ru', 'Русский'], ['ja', '日本語'], ['ko', '한국어'], ['zh', '中文'],
];

/** Colours, language of the pages, and apart from it the language of device texts. */
export function SettingsMenu() {
  const t = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const preferences = usePreferences();
  return (
    <Popover position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.app.settings} title={t.app.settings}><SettingsIcon /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.app.settings}>
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={500} mb={4}>{t.app.scheme}</Text>
            <SegmentedControl fullWidth size="xs" value={colorScheme} aria-label={t.app.scheme}
              onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
              data={[{ value: 'light', label: t.app.schemeLight }, { value: 'dark', label: t.app.schemeDark }, { value: 'auto', label: t.app.schemeSystem }]} />
          </div>
          <Select label={t.app.language} value={preferences.language} allowDeselect={false} comboboxProps={{ withinPortal: false }}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
            onChange={(value) => value && setPreferences({ language: value as Language })} />
          <Select label={t.app.texts} value={preferences.texts ?? ''} allowDeselect={false} comboboxProps={{ withinPortal: false }}
            data={[{ value: '', label: t.app.textsAsPages }, ...TEXT_LANGUAGES.map(([value, label]) => ({ value, label }))]}
            onChange={(value) => setPreferences({ texts: value || null })} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
