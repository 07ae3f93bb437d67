package io.greenstack.descriptions.eds.layout;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.model.EdsFile;

/** Compiles small assemblies and decodes octets with them. */
final class Decoding {

    private Decoding() {}

    /** A parameter of a type, without anything else. */
    static String param(int number, int type, int octets, String name) {
        return param(number, type, octets, name, ", , 0", ", , , ", "");
    }

    /** A parameter with range and default, scaling and decimal places. */
    static String param(int number, int type, int octets, String name, String range, String scaling, String decimals) {
        return String.format("Param%d = 0, , , 0x0004, 0x%02X, %d, \"%s\", \"\", \"\", %s, %s, , , , , %s;%n", number,
                type, octets, name, range, scaling, decimals);
    }

    static ProcessDataLayout layout(EdsFile file, String assembly) {
        ProcessDataLayout layout = new EdsLayoutCompiler(file).assembly("test", assembly, Direction.IN, null)
                .orElseThrow().layout();
        return LayoutJson.read(LayoutJson.write(layout));
    }

    /** The first frame of {@code Assem1}, after a round trip through JSON. */
    static Frame frame(String sections) {
        return layout(EdsFixtures.model(sections), "Assem1").in().get(0);
    }

    static DecodedFrame decode(String sections, String hex) {
        return decode(EdsFixtures.model(sections), "Assem1", hex, Map.of());
    }

    static DecodedFrame decode(EdsFile file, String assembly, String hex, Map<String, Long> parameters) {
        return ProcessDataDecoder.of(layout(file, assembly)).decode(Direction.IN,
                HexFormat.of().parseHex(hex.replace(" ", "")), ParameterValues.of(parameters));
    }

    static Map<String, Object> values(DecodedFrame frame) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (DecodedValue value : frame.values()) {
            values.put(value.field().key(), value.value());
        }
        return values;
    }
}
