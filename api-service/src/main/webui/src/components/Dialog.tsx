import { Modal, type ModalProps } from '@mantine/core';
import { useText } from '../i18n';

/** A dialog whose closing button has a name. */
export function Dialog(props: ModalProps) {
  const t = useText();
  return <Modal centered closeButtonProps={{ 'aria-label': t.common.close }} {...props} />;
}
