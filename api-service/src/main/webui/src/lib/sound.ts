/** Two short tones, made by the browser itself. Nothing is heard before the page was touched once: browsers want it so. */
export function chime() {
  const Context = window.AudioContext;
  if (!Context) {
    return;
  }
  const context = new Context();
  const start = context.currentTime;
  [880, 660].forEach((frequency, i) => {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.2, start + i * 0.25);
    volume.gain.exponentialRampToValueAtTime(0.001, start + i * 0.25 + 0.22);
    tone.connect(volume).connect(context.destination);
    tone.start(start + i * 0.25);
    tone.stop(start + i * 0.25 + 0.23);
  });
  setTimeout(() => void context.close(), 1000);
}
