package io.greenstack.loadtest.search;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Made-up IODDs in English and German: each has the parameters that the standard gives all devices, those of its family of ten,
 * and as many of its own.
 *
 * @param count how many
 */
public record SearchLibrary(int count) {

    /** Parameters of each. */
    public static final int PARAMETERS = 70;
    private static final int SHARED = 12;
    private static final int FAMILY = 34;
    private static final int FAMILY_SIZE = 10;
    private static final List<String> VENDORS = List.of("Alvenmoor", "Brixal", "Castrenko", "Dornfeldt", "Elumatic",
            "Ferrosens",
            "Grantek", "Halvorsen", "Ionika", "Jaspertronic", "Kestrelworks", "Lumenor", "Mireltec", "Nordhaven",
            "Optivia",
            "Pellworm", "Quadrion", "Rheinsens", "Silvarek", "Tauronic", "Ulmex", "Vektoria", "Westermond", "Xandor");
    private static final List<String[]> THINGS = List.of(words("Pressure", "Druck"), words("Temperature", "Temperatur"),
            words("Level", "Füllstand"), words("Flow", "Durchfluss"), words("Distance", "Abstand"),
            words("Conductivity", "Leitfähigkeit"), words("Vibration", "Schwingung"), words("Humidity", "Feuchte"),
            words("Torque", "Drehmoment"), words("Voltage", "Spannung"), words("Current", "Strom"),
            words("Speed", "Drehzahl"),
            words("Position", "Lage"), words("Colour", "Farbe"), words("Contrast", "Kontrast"),
            words("Intensity", "Stärke"),
            words("Frequency", "Frequenz"), words("Density", "Dichte"), words("Viscosity", "Zähigkeit"),
            words("Force", "Kraft"));
    private static final List<String[]> ASPECTS = List.of(words("switch point", "Schaltpunkt"),
            words("limit", "Grenze"),
            words("offset", "Versatz"), words("filter", "Filter"), words("delay", "Verzögerung"),
            words("window", "Fenster"),
            words("hysteresis", "Hysterese"), words("alarm", "Alarm"), words("counter", "Zähler"),
            words("threshold", "Schwelle"),
            words("damping", "Dämpfung"), words("mode", "Betriebsart"), words("output", "Ausgang"),
            words("resolution", "Auflösung"),
            words("maximum", "Höchstwert"), words("minimum", "Kleinstwert"), words("average", "Mittelwert"),
            words("calibration", "Abgleich"), words("simulation", "Nachbildung"), words("reset", "Rücksetzung"));
    private static final List<String> STANDARD = List.of("V_SystemCommand", "V_VendorName", "V_VendorText",
            "V_ProductName",
            "V_ProductID", "V_ProductText", "V_SerialNumber", "V_HardwareRevision", "V_FirmwareRevision",
            "V_ApplicationSpecificTag", "V_DeviceStatus", "V_DetailedDeviceStatus");
    /** Bar, degrees Celsius, millimetre, per cent, second, volt. */
    private static final List<Integer> UNITS = List.of(1137, 1001, 1013, 1342, 1054, 1240);

    private static String[] words(String english, String german) {
        return new String[]{english, german};
    }

    String vendor(int number) {
        return VENDORS.get(number / FAMILY_SIZE % VENDORS.size());
    }

    String product(int number) {
        Random random = new Random(number / FAMILY_SIZE);
        return THINGS.get(random.nextInt(THINGS.size()))[0].substring(0, 2).toUpperCase() + (1000 + number)
                + (char) ('A' + random.nextInt(26));
    }

    /** English and German name of a parameter of a device. */
    static String[] parameter(int number, int place) {
        boolean ofFamily = place < SHARED + FAMILY;
        Random random = new Random((ofFamily ? number / FAMILY_SIZE : 1_000_000 + number) * 1000L + place);
        String[] thing = THINGS.get(random.nextInt(THINGS.size()));
        String[] aspect = ASPECTS.get(random.nextInt(ASPECTS.size()));
        int channel = 1 + random.nextInt(8);
        String own = ofFamily ? "" : " " + Integer.toString(number, 36).toUpperCase();
        return words(thing[0] + ' ' + aspect[0] + ' ' + channel + own,
                thing[1] + '-' + aspect[1] + ' ' + channel + own);
    }

    byte[] description(int number) {
        StringBuilder variables = new StringBuilder(20_000);
        StringBuilder menu = new StringBuilder();
        StringBuilder english = new StringBuilder();
        StringBuilder german = new StringBuilder();
        STANDARD.forEach(id -> variables.append("<StdVariableRef id=\"").append(id).append("\"/>"));
        for (int place = SHARED; place < PARAMETERS; place++) {
            String[] names = parameter(number, place);
            String values = place % 5 == 0
                    ? "<SingleValue value=\"0\"><Name textId=\"T_Off\"/></SingleValue><SingleValue value=\"1\"><Name textId=\"T_On\"/></SingleValue>"
                    : "";
            variables.append("<Variable id=\"V_").append(place).append("\" index=\"").append(50 + place)
                    .append("\" accessRights=\"rw\"><Datatype xsi:type=\"UIntegerT\" bitLength=\"16\">").append(values)
                    .append("</Datatype><Name textId=\"T_").append(place).append("\"/><Description textId=\"D_")
                    .append(place)
                    .append("\"/></Variable>");
            menu.append("<VariableRef variableId=\"V_").append(place)
                    .append("\" gradient=\"0.1\" offset=\"0\" unitCode=\"")
                    .append(UNITS.get(place % UNITS.size())).append("\"/>");
            english.append(text("T_" + place, names[0]))
                    .append(text("D_" + place, "Sets the " + names[0].toLowerCase()));
            german.append(text("T_" + place, names[1])).append(text("D_" + place, "Stellt ein: " + names[1]));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <IODevice xmlns="http://www.io-link.com/IODD/2010/10" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <DocumentInfo version="V1.0" releaseDate="2026-01-31" copyright="none"/>
                <ProfileBody>
                <DeviceIdentity vendorId="65000" deviceId="%d" vendorName="%s"><DeviceName textId="T_Name"/></DeviceIdentity>
                <DeviceFunction><Features blockParameter="true" dataStorage="%s"/><DatatypeCollection/>
                <VariableCollection>%s</VariableCollection><ProcessDataCollection/>
                <EventCollection><StdEventRef code="16384"/><StdEventRef code="35904"/><Event code="%d" type="Error"><Name textId="T_Event"/></Event></EventCollection>
                <UserInterface><ProcessDataRefCollection/><MenuCollection><Menu id="M_1"><Name textId="T_Menu"/>%s</Menu></MenuCollection></UserInterface>
                </DeviceFunction>
                </ProfileBody>
                <CommNetworkProfile xsi:type="IOLinkCommNetworkProfileT" iolinkRevision="V1.%d"/>
                <ExternalTextCollection><PrimaryLanguage xml:lang="en">%s%s%s%s%s%s</PrimaryLanguage><Language xml:lang="de">%s%s</Language></ExternalTextCollection>
                </IODevice>
                """
                .formatted(number + 1, vendor(number), number % 3 > 0, variables, 36_000 + number % 500, menu,
                        number % 2,
                        text("T_Name", product(number)), text("T_Event", "Fault of kind " + number % 500),
                        text("T_Menu", "Settings"), text("T_Off", "Normally open"), text("T_On", "Normally closed"),
                        english,
                        text("T_Menu", "Einstellungen"), german)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String id, String value) {
        return "<Text id=\"" + id + "\" value=\"" + value + "\"/>";
    }

    /** Writes all into one ZIP. */
    public void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (int number = 0; number < count; number++) {
                zip.putNextEntry(new ZipEntry(number + "/Device-" + number + "-20260131-IODD1.1.xml"));
                zip.write(description(number));
                zip.closeEntry();
            }
        }
    }
}
