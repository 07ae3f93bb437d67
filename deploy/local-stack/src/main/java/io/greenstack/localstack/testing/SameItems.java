package io.greenstack.localstack.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;

/**
 * Telemetry of which the live view and the history have to keep the same items: the same list is taken through the rule of each
 * service in its tests.
 */
public final class SameItems {

    private SameItems() {}

    /**
     * A payload.
     *
     * @param payload as a device sends it
     * @param kept names of the items that are kept, {@code raw_in} and {@code raw_out} for octets
     * @param faults reasons of those that are not
     */
    public record Case(String payload, List<String> kept, List<String> faults) {

        /** Its octets. */
        public byte[] octets() {
            return payload.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return payload;
        }
    }

    /** All payloads. */
    public static Stream<Case> cases() {
        return Stream.of(
                of("{'a':1,'b':true,'c':'text'}", "a b c", ""),
                of("{'a':1,'b':null,'c':{'d':1},'e':[1],'f':NaN,'g':1e999}", "a",
                        "nested-value nested-value non-finite-value non-finite-value"),
                of("{'a':1,'two\\nlines':1,'end\\\\':2,'':3,'a b,c=d':4}", "a|a b,c=d",
                        "bad-parameter-name bad-parameter-name bad-parameter-name"),
                of("{'path':'C:\\\\','nul':'a\\u0000b','tab':'\\t','ü😀':1}", "path nul tab ü😀", ""),
                of("{'a':1,'a':2,'b':3}", "b", "duplicate-member"),
                of("{'a':18446744073709551615,'b':-9007199254740993,'c':0.1}", "a b c", ""),
                of("{'parameter':'t','value':1,'unit':'°C','more':[1]}", "t", ""),
                of("{'processDataIn':'0102','processDataOut':'03'}", "raw_in level raw_out out_level", ""),
                of("{'processDataIn':'01','processDataOut':'03'}", "raw_out out_level", "wrong-length"),
                of("{'processDataIn':'0102','processDataOut':'0304'}", "raw_in level", "wrong-length"),
                of("{'processDataIn':'012','processDataOut':'03'}", "raw_out out_level", "bad-octets"),
                of("{'processDataIn':'0102','processDataOut':[300]}", "raw_in level", "bad-octets"),
                of("{'processDataIn':'0102','iqValue':true,'seq':1}", "raw_in level iqValue", ""),
                of("{'getData':{'iolink':{'valid':true,'value':[1,2]},'iqValue':true},'setData':{'iqValue':false}}",
                        "raw_in level iqValue out_iqValue", ""),
                of("{'getData':{'iolink':{'value':[1]},'iqValue':true}}", "iqValue", "wrong-length"),
                of("{'getData':{'iolink':{'value':{'a':{'value':1},'b':{'value':[1]}}}},"
                        + "'setData':{'iolink':{'value':{'a':{'value':2}}}}}", "a out_a", "nested-value"));
    }

    private static Case of(String payload, String kept, String faults) {
        return new Case(payload.replace('\'', '"'), List.of(kept.split(kept.contains("|") ? "\\|" : " ")),
                faults.isEmpty() ? List.of() : List.of(faults.split(" ")));
    }

    /** Two octets in and one out; the unit in the description ends with what no tag of a store can end with. */
    public static LayoutLookup.Bound layout() {
        Scaling scaling = new Scaling(List.of(), BigDecimal.ONE, BigDecimal.ZERO, null, "m\\", null,
                ScalingSource.MENU);
        Field level = new Field("level", "Level", 1, -1, 0, 16, ScalarType.UINTEGER, null, List.of(scaling), List.of(),
                List.of(), List.of(), true);
        Frame in = new Frame("PD_In", "In", 16, ByteOrder.BIG_ENDIAN, List.of(), List.of(level));
        Frame out = new Frame("PD_Out", "Out", 8, ByteOrder.BIG_ENDIAN, List.of(),
                List.of(Field.plain("level", "Level", 1, 0, 8, ScalarType.UINTEGER)));
        ProcessDataLayout layout = new ProcessDataLayout("l", "IODD", "Level sensor", List.of(), List.of(in),
                List.of(out));
        return new LayoutLookup.Bound(new DeviceLayout("d", 1, Map.of(), layout), ProcessDataDecoder.of(layout),
                ParameterValues.NONE);
    }
}
