import type * as en from '../en/masters';

export const masters: typeof en.masters = {
  add: 'Master hinzufügen', change: 'Master ändern', none: 'Noch wird kein Master gelesen.', noneHint: 'Fügen Sie einen IO-Link-Master mit seiner Adresse hinzu. Was an seinen Ports hängt, meldet sich von selbst an.', waitingText: 'Ein Master wartet auf eine Brücke, die ihn liest.',
  kind: 'Spricht', kindText: 'Was der Master antwortet.', kinds: { ifm_http: 'ifm IoT-Core', ifm_mqtt: 'ifm IoT-Core über MQTT', json_io_link: 'JSON for IO-Link', ice2: 'ICE2, ICE3, RSTi-OM über MQTT', json_io_link_mqtt: 'JSON for IO-Link über MQTT' }, topic: 'Topic', topicText: 'Unter dem er an diesen Broker veröffentlicht.', address: 'Adresse', addressText: 'In einem Netz, das der Betreiber erlaubt (GREENSTACK_MASTERS_NETWORKS).',
  id: 'Id', idAuto: 'aus der Adresse', interval: 'Lesen alle', user: 'Benutzer', password: 'Passwort', passwordKept: 'bleibt, wie es ist', passwordShow: 'Passwort zeigen', verify: 'Sein Zertifikat muss beglaubigt sein', enabled: 'Lesen',
  test: 'Erreichbarkeit prüfen', reachable: (ms) => `Er antwortet, nach ${ms} ms`, unreachable: 'Er ist nicht zu erreichen', firmware: 'Firmware', firmwareIs: (release) => `Firmware ${release}`, portHas: (port, what) => `Port ${port}: ${what}`,
  states: { disabled: 'nicht gelesen', waiting: 'wartet auf eine Brücke', connected: 'verbunden', slow: 'zu langsam', away: 'antwortet nicht', refused: 'verweigert' }, sinceIs: (at) => `seit ${at}`,
  inUse: 'Belegte Ports', ofPorts: (n, all) => `${n} von ${all} Ports belegt`, readTakes: 'Lesen dauert', lastContact: 'Letzter Kontakt', about: 'Angaben', removeText: (name) => `Löscht ${name}. Seine Geräte bleiben angemeldet; niemand liest sie mehr.`,
  ports: 'Ports', portsNone: 'Seine Ports sind noch nicht bekannt.', port: 'Port', mode: 'Betriebsart', nothing: 'nichts', cycle: 'Zyklus', invalid: 'Ungültige Lesungen', changes: 'Was hier vorher hing', changesOf: (port) => `Was an Port ${port} hing`, changesNone: 'Kein anderes Gerät wurde daran gesehen.',
};
