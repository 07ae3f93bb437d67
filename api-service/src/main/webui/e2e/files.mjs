/** A small IODD of our own; with pictures it names `Example-UI….png` files. */
export function iodd(deviceId, product, version, pictures = false) {
  const named = pictures ? ` deviceSymbol="Example-UI${deviceId}-pic.png" deviceIcon="Example-UI${deviceId}-icon.png"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<IODevice xmlns="http://www.io-link.com/IODD/2010/10" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.io-link.com/IODD/2010/10 IODD1.1.xsd">
  <DocumentInfo version="${version}" releaseDate="2026-01-01" copyright="none"/>
  <ProfileHeader><ProfileIdentification>IO Device Profile</ProfileIdentification><ProfileRevision>1.1</ProfileRevision><ProfileName>Device Profile for IO Devices</ProfileName><ProfileSource>IO-Link Consortium</ProfileSource><ProfileClassID>Device</ProfileClassID><ISO15745Reference><ISO15745Part>1</ISO15745Part><ISO15745Edition>1</ISO15745Edition><ProfileTechnology>IODD</ProfileTechnology></ISO15745Reference></ProfileHeader>
  <ProfileBody>
    <DeviceIdentity vendorId="65535" vendorName="Example" deviceId="${deviceId}"><VendorText textId="T_V"/><VendorUrl textId="T_V"/><DeviceName textId="T_N"/><DeviceFamily textId="T_N"/>
      <DeviceVariantCollection><DeviceVariant productId="UI${deviceId}"${named}><Name textId="T_N"/><Description textId="T_N"/></DeviceVariant></DeviceVariantCollection></DeviceIdentity>
    <DeviceFunction>
      <Features blockParameter="true" dataStorage="true"/>
      <VariableCollection><StdVariableRef id="V_VendorName" defaultValue="Example"/><StdVariableRef id="V_ProductName" defaultValue="UI${deviceId}"/></VariableCollection>
      <ProcessDataCollection><ProcessData id="P"><ProcessDataIn id="PI" bitLength="16"><Datatype xsi:type="IntegerT" bitLength="16"/><Name textId="T_P"/></ProcessDataIn></ProcessData></ProcessDataCollection>
      <UserInterface><ProcessDataRefCollection><ProcessDataRef processDataId="PI"><ProcessDataInfo gradient="0.1" offset="0" unitCode="1001" displayFormat="Dec.1"/></ProcessDataRef></ProcessDataRefCollection>
        <MenuCollection><Menu id="M_I"><VariableRef variableId="V_VendorName"/></Menu></MenuCollection>
        <ObserverRoleMenuSet><IdentificationMenu menuId="M_I"/></ObserverRoleMenuSet><MaintenanceRoleMenuSet><IdentificationMenu menuId="M_I"/></MaintenanceRoleMenuSet><SpecialistRoleMenuSet><IdentificationMenu menuId="M_I"/></SpecialistRoleMenuSet></UserInterface>
    </DeviceFunction>
  </ProfileBody>
  <CommNetworkProfile xsi:type="IOLinkCommNetworkProfileT" iolinkRevision="V1.1"><TransportLayers><PhysicalLayer bitrate="COM2" minCycleTime="5000" sioSupported="true" mSequenceCapability="1"><Connection xsi:type="M12-4ConnectionT"><ProductRef productId="UI${deviceId}"/><Wire1 function="L+"/><Wire2 function="NC"/><Wire3 function="L-"/><Wire4 function="C/Q"/></Connection></PhysicalLayer></TransportLayers></CommNetworkProfile>
  <ExternalTextCollection><PrimaryLanguage xml:lang="en"><Text id="T_V" value="Example"/><Text id="T_N" value="${product}"/><Text id="T_P" value="Measured"/></PrimaryLanguage></ExternalTextCollection>
</IODevice>
`;
}

/** A drawing of a sensor as PNG, in base64. */
export async function picture(page, size) {
  return page.evaluate((side) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const to = canvas.getContext('2d');
    to.scale(side / 160, side / 160);
    to.fillStyle = '#fff';
    to.fillRect(0, 0, 160, 160);
    [['#4a5560', 60, 8, 40, 26], ['#c3ccd4', 50, 34, 60, 62], ['#0b7a55', 50, 52, 60, 16], ['#8d979f', 56, 96, 48, 14], ['#c3ccd4', 64, 110, 32, 40]].forEach(([fill, ...box]) => {
      to.fillStyle = fill;
      to.fillRect(...box);
    });
    return canvas.toDataURL('image/png').split(',')[1];
  }, size);
}

/** Drops files on an element; as a folder their names are paths, which a browser tells by entries. */
export async function dropFiles(page, selector, files, folder = false) {
  await page.evaluate(({ selector: where, files: given, folder: asFolder }) => {
    const target = document.querySelector(where);
    const made = given.map((each) => new File([each.png ? Uint8Array.from(atob(each.png), (c) => c.charCodeAt(0)) : each.text], each.name.split('/').pop()));
    const entries = given.map((each, i) => ({ isFile: true, isDirectory: false, fullPath: `/library/${each.name}`, file: (done) => done(made[i]) }));
    let read = false;
    const root = { isFile: false, isDirectory: true, fullPath: '/library', createReader: () => ({ readEntries: (done) => { done(read ? [] : entries); read = true; } }) };
    const event = new Event('drop', { bubbles: true, cancelable: true });
    event.dataTransfer = asFolder
      ? { files: [], items: [{ webkitGetAsEntry: () => root }] }
      : { files: made, items: [] };
    target.dispatchEvent(event);
  }, { selector, files, folder });
}
