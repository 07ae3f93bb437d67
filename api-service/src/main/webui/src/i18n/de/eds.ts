import type { eds as en } from '../en/eds';

export const eds: typeof en = {
  catalogNumber: 'Bestellnummer', productType: 'Produkttyp', productCode: 'Produktcode', classes: 'Einordnung', features: 'Merkmale', created: 'Erstellt', modified: 'Geändert',
  contents: 'Inhalt', groups: 'Gruppen', defaultConnection: 'Vorgegebene Verbindung',
  noParameters: 'Diese Datei beschreibt keine Parameter.', filter: 'Nummer, Name oder Hilfe', group: 'Gruppe', readOnly: 'nur lesen', path: 'Pfad',
  noAssemblies: 'Diese Datei beschreibt keine Assemblys.', assembly: 'Assembly', variable: 'variabel', fixed: 'fest', instance: 'Instanz', size: 'Größe', maxSize: 'Höchste Größe', usedBy: 'Verwendet von',
  members: 'Teile', reference: 'Verweist auf',
  noConnections: 'Diese Datei beschreibt keine Verbindungen.', oToT: 'Scanner zum Gerät (O→T)', tToO: 'Gerät zum Scanner (T→O)', rpi: 'Paketabstand (RPI)', formatOf: 'Format', realTime: 'Echtzeitformat',
  connectionType: 'Verbindungsart', priority: 'Vorrang', fixedOrVariable: 'Fest oder variabel', transportClass: 'Transportklasse', triggers: 'Auslöser', transportWord: 'Auslöser und Transport',
  parameterWord: 'Verbindungsparameter', segments: 'Segmente', config: 'Konfiguration', recipe: 'Rezept', host: 'Adresse des Geräts',
  ports: 'Ports', noPorts: 'Diese Datei beschreibt keine Ports.', portNumber: 'Portnummer', inferredPorts: 'Ports nach Namen', inferredText: 'Von der Datei nicht erklärt: gefunden an den Namen von Parametern und Assemblys.',
  noModules: 'Dies ist kein modulares Gerät.', modular: 'Modular', width: 'Breite', slots: 'Plätze', slotRule: 'Zählung der Plätze', rack: 'Träger', entries: 'Einträge',
  noNetwork: 'Diese Datei beschreibt keine Netzwerkobjekte.', classCode: 'Klasse', maxInstances: 'Instanzen höchstens', staticInstances: 'Feste Instanzen', dynamicInstances: 'Dynamische Instanzen höchstens',
  classAttributes: 'Klassenattribute', instanceAttributes: 'Instanzattribute', classServices: 'Klassendienste', instanceServices: 'Instanzdienste',
  noCapacity: 'Diese Datei sagt nichts über die Kapazität.', figures: 'Zahlen', traffic: 'Verkehr', dataSize: 'Oktette', rate: 'Pakete je Sekunde',
  figureNames: {
    MaxMsgConnections: 'Nachrichtenverbindungen höchstens', MaxIOProducers: 'E/A-Erzeuger höchstens', MaxIOConsumers: 'E/A-Verbraucher höchstens', MaxIOConnections: 'E/A-Verbindungen höchstens',
    MaxCxPerConfigTool: 'Verbindungen je Konfigurationswerkzeug', ConnOverhead: 'Aufwand einer Verbindung',
  },
};
