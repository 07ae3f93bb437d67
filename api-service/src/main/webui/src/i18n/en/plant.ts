export const wall = {
  hall: 'Hall mode', label: 'Label', columns: 'Values', pin: 'Pinned', pinOf: (id: string) => `Keep ${id} on top`, pattern: 'Names', firstNumber: 'From', named: (n: number) => (n === 1 ? '1 device changed' : `${n} devices changed`),
  notNamed: (n: number) => (n === 1 ? '1 device could not be changed' : `${n} devices could not be changed`),
  hint: 'Devices, values and pins are part of the address: keep it as a bookmark to have this wall again.', clock: 'Time', fullScreen: 'Full screen', window: 'Leave full screen',
  kiosk: 'Link for a kiosk', kioskText: 'Makes an API key that may only look, and a link with it. A screen that opens the link shows these devices without signing in. Revoke the key to end it.',
  kioskOnce: 'The link is shown once. Whoever has it can look at everything that a viewer can.', kioskTitle: 'Title on the screen', every: 'Next page after (s)', makeKiosk: 'Make the link',
};

export const sheet = {
  title: 'Device sheet', print: 'Print', reported: 'Reported configuration', printed: (at: string) => `As of ${at}`,
};
