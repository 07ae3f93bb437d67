import { ModalsProvider } from '@mantine/modals';
import type { ReactNode } from 'react';
import { useText } from '../i18n';

/** Where questions before a change are asked. */
export function Questions({ children }: { children: ReactNode }) {
  const t = useText();
  return <ModalsProvider modalProps={{ centered: true, closeButtonProps: { 'aria-label': t.common.close } }}>{children}</ModalsProvider>;
}
