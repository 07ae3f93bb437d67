package io.greenstack.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.core.processdata.Direction;

class TelemetryReaderTest {

    static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456789Z");
    static final Timestamp ARRIVAL = new Timestamp(NOW, false);

    private final TelemetryReader reader = new TelemetryReader(ClockRule.DEFAULT);

    /** Payloads are written with ' for " to keep them readable. */
    private TelemetryMessage read(String payload) {
        return reader.read(payload.replace('\'', '"').getBytes(UTF_8), NOW);
    }

    private NamedValues named(String payload) {
        return (NamedValues) read(payload);
    }

    private RawProcessData raw(String payload) {
        return (RawProcessData) read(payload);
    }

    private void refused(String payload, String reason, String... details) {
        PayloadException refusal = catchThrowableOfType(PayloadException.class, () -> read(payload));
        assertThat(refusal).as(payload).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        for (String detail : details) {
            assertThat(refusal.getMessage()).contains(detail);
        }
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    @Test
    void oneParameter() {
        assertThat(named("{'parameter':'temperature','value':21.5,'unit':'C','timestamp':'2026-11-23T10:00:00Z'}"))
                .satisfies(message -> {
                    assertThat(message.values()).containsExactly(new NamedValue("temperature", 21.5, "C"));
                    assertThat(message.timestamp())
                            .isEqualTo(new Timestamp(Instant.parse("2026-11-23T10:00:00Z"), true));
                });
        assertThat(named("{'value':true,'parameter':'on'}").values())
                .containsExactly(new NamedValue("on", true, null));
        assertThat(named("{'parameter':'mode','value':'auto','unit':null}").timestamp()).isEqualTo(ARRIVAL);
        assertThat(named("{'parameter':'n','value':7,'unit':' ','quality':{'good':1},'seq':5}").values())
                .as("further members are ignored").containsExactly(new NamedValue("n", 7.0, null));
    }

    @Test
    void severalParameters() {
        NamedValues message = named(
                "{'temperature':21.5,'pressure':3,'on':false,'mode':'auto','timestamp':1795428000}");
        assertThat(message.values()).containsExactly(new NamedValue("temperature", 21.5, null),
                new NamedValue("pressure", 3.0, null), new NamedValue("on", false, null),
                new NamedValue("mode", "auto", null));
        assertThat(message.values()).extracting(NamedValue::number).containsExactly(21.5, 3.0, 0.0, Double.NaN);
        assertThat(message.timestamp().time()).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void severalParametersWithNamesThatMeanSomethingElsewhere() {
        assertThat(named("{'value':5}").values()).containsExactly(new NamedValue("value", 5.0, null));
        assertThat(named("{'parameter':5,'value':6}").values()).hasSize(2);
        assertThat(named("{'parameter':'x','unit':'C'}").values()).hasSize(2);
        assertThat(named("{'valid':true,'level':5}").values()).hasSize(2);
        assertThat(named("{'iolink':5}").values()).hasSize(1);
        assertThat(named("{'a':null,'b':1}").values()).as("null is no value")
                .containsExactly(new NamedValue("b", 1.0, null));
        assertThat(named("{'timestamp':null,'b':1}").timestamp()).isEqualTo(ARRIVAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'02A1FF00'", "'02a1ff00'", "'0x02A1FF00'", "'02 A1 FF 00'", "'02:A1:FF:00'",
            "'02-a1-ff-00'",
            "[2,161,255,0]", "{'base64':'AqH/AA=='}", "{'base64':'AqH_AA'}", "{'base64':'AqH/AA'}",
            "{'hex':'02A1FF00'}",
            "{'encoding':{'x':[1]},'base64':'AqH/AA=='}"})
    void octets(String octets) {
        RawProcessData message = raw("{'processDataIn':" + octets + ",'valid':true,'timestamp':1795428000123}");
        assertThat(message.hex()).isEqualTo("02A1FF00");
        assertThat(message.direction()).isEqualTo(Direction.IN);
        assertThat(message.valid()).isTrue();
        assertThat(message.timestamp().time()).isEqualTo("2026-11-23T10:00:00.123Z");
        assertThat(message.counterpart()).isNull();
    }

    @Test
    void outputData() {
        RawProcessData message = raw("{'processDataOut':'FF'}");
        assertThat(message.direction()).isEqualTo(Direction.OUT);
        assertThat(message.timestamp()).isEqualTo(ARRIVAL);
        assertThat(raw("{'processDataOut':'FF','processDataIn':'0102'}")).isEqualTo(new RawProcessData(Direction.IN,
                new byte[]{1, 2}, true, ARRIVAL,
                new RawProcessData(Direction.OUT, new byte[]{(byte) 0xFF}, true, ARRIVAL)));
    }

    @Test
    void dataThatIsNotValid() {
        assertThat(raw("{'processDataIn':'0102','valid':false}").valid()).isFalse();
        assertThat(raw("{'processDataIn':null,'valid':false}").octets()).isEmpty();
        assertThat(raw("{'processDataIn':'','valid':false}").octets()).isEmpty();
        assertThat(raw("{'iolink':{'valid':false,'value':[1]}}").valid()).isFalse();
        assertThat(raw("{'iolink':{'valid':false}}").valid()).isFalse();
        assertThat(raw("{'iolink':{'valid':false,'value':{'Distance':{'value':5}}}}").valid()).isFalse();
        assertThat(raw("{'iolink':{'value':[1]},'valid':false}").valid()).isFalse();
    }

    @Test
    void furtherMembersOfRawPayloadsAreIgnored() {
        assertThat(
                raw("{'seq':1,'meta':{'a':[1,{'b':2}]},'processDataIn':'01','list':[1],'':'','x\\u0000':1,'big':1e999}")
                        .octets())
                .containsExactly(1);
    }

    @Test
    void jsonForIoLink() {
        assertThat(raw("{'iolink':{'valid':true,'value':[2,161]},'timestamp':1795428000}").hex()).isEqualTo("02A1");
        assertThat(raw("{'ioLink':{'value':'02A1','valid':true},'iqValue':true}").hex()).isEqualTo("02A1");
        assertThat(raw("{'getData':{'iolink':{'valid':true,'value':[12,22,216]}},'setData':{'iqValue':true}}").hex())
                .isEqualTo("0C16D8");
        RawProcessData both = raw("{'getData':{'ioLink':{'valid':true,'value':[1]},'iqValue':true},"
                + "'setData':{'ioLink':{'valid':false,'value':[2]}}}");
        assertThat(both.hex()).isEqualTo("01");
        assertThat(both.counterpart().hex()).isEqualTo("02");
        assertThat(both.counterpart().valid()).isFalse();
        assertThat(raw("{'setData':{'ioLink':{'valid':true,'value':[2]}}}").direction()).isEqualTo(Direction.OUT);
    }

    @Test
    void jsonForIoLinkInIoddFormat() {
        assertThat(named("{'getData':{'ioLink':{'valid':true,'value':{'Distance':{'value':55,'unit':'mm'},"
                + "'Quality':{'value':12},'Text':{'value':'x','extra':[1]}}},'iqValue':true}}").values())
                .containsExactly(new NamedValue("Distance", 55.0, "mm"), new NamedValue("Quality", 12.0, null),
                        new NamedValue("Text", "x", null), new NamedValue("iqValue", true, null));
        assertThat(named("{'iolink':{'valid':true,'value':{'value':true}}}").values())
                .containsExactly(new NamedValue("value", true, null));
        assertThat(named("{'iolink':{'unit':'m','valid':true,'value':5}}").values())
                .containsExactly(new NamedValue("value", 5.0, "m"));
        assertThat(named("{'iolink':{'valid':true,'value':{'value':5,'unit':'m'}}}").values())
                .containsExactly(new NamedValue("value", 5.0, "m"));
    }

    @Test
    void pinsInDigitalMode() {
        assertThat(named("{'getData':{'cqValue':false,'iqValue':true}}").values()).containsExactly(
                new NamedValue("cqValue", false, null), new NamedValue("iqValue", true, null));
        assertThat(named("{'cqValue':true}").values()).containsExactly(new NamedValue("cqValue", true, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''                                                | empty-payload    | empty",
            "'  '                                              | empty-payload    | nothing",
            "[]                                                | unknown-shape    | a list (line 1, column 1)",
            "[{'a':1}]                                         | unknown-shape    | a list",
            "5                                                 | unknown-shape    | a number",
            "\"text\"                                          | unknown-shape    | a text",
            "null                                              | unknown-shape    | null",
            "{}                                                | unknown-shape    | neither",
            "{'timestamp':1795428000}                          | unknown-shape    | neither",
            "hello                                             | not-json         | not JSON",
            "{'a':1                                            | not-json         | not JSON",
            "{'a':1}}                                          | not-json         | not JSON",
            "{'a':1} {}                                        | not-json         | follows",
            "{'a':01}                                          | not-json         | not JSON",
            "{'a':}                                            | not-json         | not JSON",
            "{'a':1,'a':2}                                     | duplicate-member | a|stands twice|column 8",
            "{'timestamp':1795428000,'timestamp':1}            | duplicate-member | timestamp",
            "{'processDataIn':'01','processDataIn':'02'}       | duplicate-member | processDataIn",
            "{'processDataIn':'01','iolink':{'value':[1]}}     | duplicate-member | iolink",
            "{'getData':{'ioLink':{'value':[1]}},'processDataIn':[1]} | duplicate-member | processDataIn",
            "{'iolink':{'value':[1],'value':[2]}}              | duplicate-member | value",
            "{'iolink':{'valid':true,'valid':true,'value':[1]}}| duplicate-member | valid",
            "{'iolink':{'value':{'a':{'value':1},'a':{'value':2}}}} | duplicate-member | a",
            "{'processDataIn':{'hex':'01','base64':'AQ=='}}    | duplicate-member | base64",
            "{'b':{'c':1}}                                     | nested-value     | 'b'|an object|column 6",
            "{'b':[1]}                                         | nested-value     | 'b'|a list",
            "{'parameter':'p','value':{'x':1}}                 | nested-value     | 'value'|an object",
            "{'iolink':{'value':{'a':{'value':[1]}}}}          | nested-value     | 'a'|a list",
            "{'a':null}                                        | missing-value    | neither",
            "{'parameter':'p','value':null}                    | missing-value    | 'p'",
            "{'processDataIn':null}                            | missing-value    | process data in",
            "{'iolink':{}}                                     | missing-value    | process data in",
            "{'iolink':{'valid':true}}                         | missing-value    | process data in",
            "{'iolink':{'valid':true,'value':{}}}              | missing-value    | process data in",
            "{'a':NaN}                                         | non-finite-value | 'a'|NaN|column 6",
            "{'a':Infinity}                                    | non-finite-value | 'a'|Infinity",
            "{'a':-INF}                                        | non-finite-value | 'a'",
            "{'a':1e999}                                       | non-finite-value | 'a'|beyond",
            "{'parameter':'p','value':-1e999}                  | non-finite-value | 'value'",
            "{'':1}                                            | bad-parameter-name | no name",
            "{' ':1}                                           | bad-parameter-name | no name",
            "{'a\\nb':1}                                       | bad-parameter-name | 'a?b'|control",
            "{'parameter':'','value':1}                        | bad-parameter-name | no name",
            "{'parameter':'a\\u0000','value':1}                | bad-parameter-name | control",
            "{'iolink':{'value':{'':{'value':1}}}}             | bad-parameter-name | no name",
            "{'parameter':'p','value':1,'unit':5}              | bad-member       | 'unit'",
            "{'parameter':'p','value':1,'unit':'a\\tb'}        | bad-member       | 'unit'",
            "{'parameter':'p','value':1,'unit':[]}             | nested-value     | 'unit'",
            "{'processDataIn':'01','valid':'yes'}              | bad-member       | 'valid'",
            "{'processDataIn':'01','valid':1}                  | bad-member       | 'valid'",
            "{'iolink':{'valid':'yes','value':[1]}}            | bad-member       | 'valid'",
            "{'iolink':{'value':1e999}}                        | non-finite-value | 'value'",
            "{'iolink':{'value':5,'unit':'a\\tb'}}             | bad-member       | 'unit'",
            "{'processDataIn':'0'}                             | bad-octets       | odd number|1",
            "{'processDataIn':'02A'}                           | bad-octets       | odd number",
            "{'processDataIn':'0 2'}                           | bad-octets       | not hexadecimal",
            "{'processDataIn':'0G'}                            | bad-octets       | not hexadecimal|'G'|column 18",
            "{'processDataIn':'０1'}                            | bad-octets       | not hexadecimal",
            "{'processDataIn':5}                               | bad-octets       | a number",
            "{'processDataIn':true}                            | bad-octets       | a boolean",
            "{'processDataIn':[1,256]}                         | bad-octets       | index 1",
            "{'processDataIn':[-1]}                            | bad-octets       | index 0",
            "{'processDataIn':[1.0]}                           | bad-octets       | index 0",
            "{'processDataIn':['1']}                           | bad-octets       | index 0",
            "{'processDataIn':[99999999999999999999]}          | bad-octets       | index 0",
            "{'processDataIn':[[1]]}                           | bad-octets       | index 0",
            "{'processDataIn':{}}                              | bad-octets       | neither base64 nor hex",
            "{'processDataIn':{'base64':'*'}}                  | bad-octets       | not base64",
            "{'processDataIn':{'base64':5}}                    | bad-member       | 'base64'",
            "{'a':1,'timestamp':'yesterday'}                   | bad-timestamp    | 'yesterday'|column 20",
            "{'a':1,'timestamp':true}                          | bad-timestamp    | a boolean",
            "{'a':1,'timestamp':{}}                            | bad-timestamp    | an object",
            "{'a':1,'timestamp':NaN}                           | bad-timestamp    | not a number",
            "{'a':1,'timestamp':1e999999999999}                | bad-timestamp    | line",
            "{'processDataIn':'01','timestamp':0}              | bad-timestamp    | ten years"})
    void rejections(String payload, String reason, String detail) {
        refused(payload, reason, detail.split("\\|"));
    }

    @Test
    void limits() {
        StringBuilder many = new StringBuilder("{'p0':0");
        for (int i = 1; i < 1_000; i++) {
            many.append(",'p").append(i).append("':").append(i);
        }
        assertThat(named(many + "}").values()).hasSize(1_000);
        assertThat(named(many + ",'timestamp':1795428000}").values()).hasSize(1_000);
        refused(many + ",'one more':1}", RejectReason.TOO_MANY_PARAMETERS, "1000");
        refused(many + ",'one more':1,'and more':2}", RejectReason.TOO_MANY_PARAMETERS, "1000");
        assertThat(named(many + ",'p7':1}").values()).hasSize(999);
        assertThat(named(many + ",'p7':1}").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(RejectReason.DUPLICATE_MEMBER);
            assertThat(fault.detail()).contains("'p7'");
        });

        assertThat(named("{'" + "n".repeat(128) + "':1}").values()).hasSize(1);
        refused("{'" + "n".repeat(129) + "':1}", RejectReason.TEXT_TOO_LONG, "128");
        refused("{'" + "n".repeat(100_000) + "':1}", RejectReason.TEXT_TOO_LONG);
        refused("{'parameter':'" + "n".repeat(129) + "','value':1}", RejectReason.TEXT_TOO_LONG, "128");
        assertThat(named("{'a':'" + "x".repeat(4_096) + "'}").values()).hasSize(1);
        refused("{'a':'" + "x".repeat(4_097) + "'}", RejectReason.TEXT_TOO_LONG, "'a'", "4096");
        refused("{'a':" + "1".repeat(200) + "}", RejectReason.TEXT_TOO_LONG);

        refused("{'a':" + "[".repeat(8) + "]".repeat(8) + "}", RejectReason.TOO_DEEP, "8");
        refused("{'x':" + "{'x':".repeat(50_000), RejectReason.TOO_DEEP);
        refused("{'processDataIn':'01','x':" + "[".repeat(100) + "]".repeat(100) + "}", RejectReason.TOO_DEEP);
        refused("{'a':1" + " ".repeat(256 * 1024) + "}", RejectReason.PAYLOAD_TOO_LARGE, "262144");
        assertThat(raw("{'processDataIn':'" + "01".repeat(65_511) + "'}").octets()).hasSize(65_511);
    }

    /** The good item is a. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{'a':1,'b':{'c':1}}               | nested-value       | 'b' is an object (line 1, column 12)",
            "{'a':1,'b':[1,{'x':2}]}           | nested-value       | 'b'",
            "{'b':NaN,'a':1}                   | non-finite-value   | 'b' is NaN",
            "{'a':1,'b':1e999}                 | non-finite-value   | 'b' is beyond",
            "{'a':1,'b\\\\':2}                 | bad-parameter-name | backslash",
            "{'a':1,'b\\nc':2}                 | bad-parameter-name | 'b?c'",
            "{'a':1,'':2}                      | bad-parameter-name | no name",
            "{'b':1,'a':1,'b':2}               | duplicate-member   | 'b' stands twice",
            "{'b':1,'a':1,'b':{'b':[2]},'b':3} | duplicate-member   | 'b' stands twice",
            "{'iolink':{'value':{'b':{'value':[1,2]},'a':{'value':1}}}}            | nested-value | 'b'",
            "{'iolink':{'value':{'b':{'value':NaN,'unit':'m'},'a':{'value':1}}}}   | non-finite-value | 'b'",
            "{'iolink':{'value':{'a':{'value':1},'b':{'value':1,'unit':'m\\\\'}}}} | bad-member | 'b': 'unit'",
            "{'iolink':{'value':{'a':{'value':1},'b\\n':{'value':{'x':1}}}}}       | bad-parameter-name | 'b?'",
            "{'iolink':{'value':{'b':{'value':1},'a':{'value':1},'b':{'value':2}}}} | duplicate-member | 'b'"})
    void aBadItemCostsOnlyItself(String payload, String reason, String detail) {
        NamedValues message = named(payload);

        assertThat(message.values()).containsExactly(new NamedValue("a", 1.0, null));
        assertThat(message.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault.detail()).contains(detail);
        });
    }

    /** The good octets are 02. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{'processDataIn':'02','processDataOut':'0'}                              | in  | bad-octets",
            "{'processDataIn':[300],'processDataOut':'02'}                            | out | bad-octets",
            "{'processDataIn':{'hex':'01','base64':'AQ=='},'processDataOut':'02'}     | out | duplicate-member",
            "{'processDataIn':[1,[{'a':[]}],2],'processDataOut':'02'}                 | out | bad-octets",
            "{'processDataIn':'01','processDataOut':'02','processDataIn':{'x':[1]}}   | out | duplicate-member",
            "{'processDataIn':null,'processDataOut':'02'}                             | out | missing-value",
            "{'getData':{'ioLink':{'valid':{'x':[1]},'value':[1]}},'setData':{'ioLink':{'value':[2]}}} | out | bad-member",
            "{'getData':{'ioLink':{'value':[2]}},'setData':{'ioLink':{'valid':true}}} | in  | missing-value",
            "{'getData':{'ioLink':{'value':[2]}},'setData':{'ioLink':{'value':{'a':{'value':[1]}}}}} | in | nested-value"})
    void aBadDirectionCostsOnlyItself(String payload, String direction, String reason) {
        RawProcessData message = raw(payload);

        assertThat(message.hex()).isEqualTo("02");
        assertThat(message.direction().token()).isEqualTo(direction);
        assertThat(message.counterpart()).isNull();
        assertThat(message.faults()).singleElement().extracting(ItemFault::reason).isEqualTo(reason);
    }

    @Test
    void namedValuesStandBesideOctets() {
        RawProcessData message = raw("{'getData':{'ioLink':{'value':[1]},'iqValue':true},"
                + "'setData':{'ioLink':{'value':{'Limit':{'value':5,'unit':'m'}}},'iqValue':false}}");
        assertThat(message.hex()).isEqualTo("01");
        assertThat(message.beside()).containsExactly(new NamedValue("out_Limit", 5.0, "m"),
                new NamedValue("iqValue", true, null), new NamedValue("out_iqValue", false, null));
        assertThat(raw("{'iolink':{'value':[1]},'iqValue':true}").beside())
                .containsExactly(new NamedValue("iqValue", true, null));

        NamedValues twice = named(
                "{'getData':{'ioLink':{'value':{'iqValue':{'value':1},'a':{'value':2}}},'iqValue':true}}");
        assertThat(twice.values()).containsExactly(new NamedValue("a", 2.0, null));
        assertThat(twice.faults()).singleElement().extracting(ItemFault::reason).isEqualTo("duplicate-member");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{'a':1,'b':null}                                     | parameter that is null b",
            "{'parameter':'a','value':1,'quality':{'x':'good'}}   | member beside a single value quality",
            "{'processDataIn':'01','seq':5}                       | member beside process data seq",
            "{'iolink':{'value':[1],'more':{}}}                   | member of iolink more",
            "{'iolink':{'value':[1],'unit':'m'}}                  | unit of no single value m",
            "{'getData':{'iolink':{'value':[1]},'iqValue':null}}  | member of getData iqValue",
            "{'iolink':{'value':{'a':{'value':1},'b':{'value':null}}}} | member of a value of process data value",
            "{'iolink':{'value':{'a':{'value':1},'b':5}}}         | member of process data that is no value b"})
    void whatHasNoPlaceLeavesATrace(String payload, String trace) {
        assertThat(read(payload).leftOut().unused())
                .extracting(unused -> unused.kind() + " " + unused.example()).containsExactly(trace);
    }

    @Test
    void ofManyItemsTheOneThatStandsTwiceIsLeftOut() {
        StringBuilder payload = new StringBuilder("{");
        for (int i = 0; i < 40; i++) {
            payload.append("'p").append(i).append("':").append(i).append(',');
        }
        NamedValues message = named(payload + "'p3':1,'p39':1}");

        assertThat(message.values()).hasSize(38).extracting(NamedValue::parameter).doesNotContain("p3", "p39");
        assertThat(message.faults()).hasSize(2);
    }

    @Test
    void aTextMayEndWithABackslash() {
        assertThat(named("{'path':'C:\\\\'}").values()).containsExactly(new NamedValue("path", "C:\\", null));
        refused("{'parameter':'b\\\\','value':1}", RejectReason.BAD_PARAMETER_NAME, "backslash");
        refused("{'parameter':'b','value':1,'unit':'m\\\\ '}", RejectReason.BAD_MEMBER, "backslash");
    }

    @Test
    void limitsAreConfigurable() {
        TelemetryReader strict = new TelemetryReader(new PayloadLimits(40, 3, 1, 3, 4));
        assertThat(strict.read("{\"abc\":\"wxyz\"}".getBytes(UTF_8), NOW)).isNotNull();
        for (String payload : new String[]{"{\"abcd\":1}", "{\"a\":\"vwxyz\"}", "{\"a\":1,\"b\":2}",
                "{\"a\":11111111111111111111111111111111111111}"}) {
            assertThatThrownBy(() -> strict.read(payload.getBytes(UTF_8), NOW)).isInstanceOf(PayloadException.class);
        }
        assertThatThrownBy(() -> new PayloadLimits(0, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void octetsThatAreNotUtf8() {
        PayloadException refusal = catchThrowableOfType(PayloadException.class,
                () -> reader.read(new byte[]{'{', '"', (byte) 0xFF, '"', ':', '1', '}'}, NOW));
        assertThat(refusal.reason()).isEqualTo(RejectReason.NOT_JSON);
        assertThat(refusal.getMessage()).doesNotContain("Source");
    }

    @Test
    void arrivalCanBeGiven() {
        Instant arrival = NOW.minusSeconds(60);
        assertThat(reader.read("{\"a\":1}".getBytes(UTF_8), arrival).timestamp())
                .isEqualTo(new Timestamp(arrival, false));
    }
}
