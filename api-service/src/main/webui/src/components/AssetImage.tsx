import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type CSSProperties } from 'react';
import { send } from '../api/client';
import { DeviceIcon } from './Icons';

/** A picture of the API. It is fetched, because an img element cannot send the API key. */
export function AssetImage({ src, alt, size = 64, style }: { src: string; alt: string; size?: number; style?: CSSProperties }) {
  const blob = useQuery({
    queryKey: ['image', src],
    queryFn: async ({ signal }) => (await send(src, { signal, accept: '*/*' })).blob(),
    staleTime: Infinity,
    retry: false,
  });
  const [address, setAddress] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    if (!blob.data) {
      return undefined;
    }
    const made = URL.createObjectURL(blob.data);
    setAddress(made);
    setBroken(false);
    return () => URL.revokeObjectURL(made);
  }, [blob.data]);
  if (!address || broken || blob.error) {
    return (
      <span className="no-picture" style={{ width: size, height: size, ...style }} role={alt ? 'img' : undefined} aria-label={alt || undefined}>
        <DeviceIcon size={Math.min(28, size / 2)} />
      </span>
    );
  }
  return <img src={address} alt={alt} className="picture" style={{ maxWidth: size, maxHeight: size, ...style }} onError={() => setBroken(true)} />;
}
