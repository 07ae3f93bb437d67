import { describe, expect, it } from 'vitest';
import { lines, uploadPath } from './upload';

describe('import', () => {
  it('sends EDS files to their own door', () => {
    expect(uploadPath('Drive.EDS')).toBe('/api/eds/upload');
    expect(uploadPath('sensor-IODD1.1.xml')).toBe('/api/iodd/upload');
    expect(uploadPath('sensor.zip', 'PK sensor-IODD1.1.xml PK')).toBe('/api/iodd/upload');
    expect(uploadPath('drives.zip', 'PK drive.eds PK')).toBe('/api/eds/upload');
  });

  it('shows a line for every file of a package', () => {
    const result = lines('k', 'pack.zip', {
      device_id: 7,
      product_name: 'TP100',
      results: [
        { file: 'a.xml', status: 'imported', id: 7, finding_count: 2 },
        { file: 'readme.pdf', status: 'ignored', message: 'Not a part of an IODD.' },
      ],
    });
    expect(result).toMatchObject([
      { name: 'pack.zip › a.xml', state: 'imported', descriptionId: 7, product: 'TP100', findings: 2 },
      { name: 'pack.zip › readme.pdf', state: 'ignored', message: 'Not a part of an IODD.' },
    ]);
    expect(new Set(result.map((line) => line.key)).size).toBe(2);
  });
});
