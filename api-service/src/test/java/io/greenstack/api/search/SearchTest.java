package io.greenstack.api.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.platform.Sql;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class SearchTest {

    private static final int FIRST = 7901;

    @Inject
    SearchRenewal renewal;

    @Inject
    Sql sql;

    private static int iodd;
    private static int eds;

    @BeforeEach
    void aCatalog() {
        if (iodd == 0) {
            iodd = Samples.imported(description(FIRST, "Qwertzor One", "Zackenwert"));
            eds = given().multiPart("file", "flow.eds", eds().getBytes(StandardCharsets.UTF_8)).post("/api/eds/upload")
                    .then().statusCode(201).extract().path("eds_id");
        }
    }

    /** A description with names that no other test has. */
    static byte[] description(int deviceId, String product, String variable) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <IODevice xmlns="http://www.io-link.com/IODD/2010/10" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <DocumentInfo version="V1.0" releaseDate="2026-01-31" copyright="none"/>
                <ProfileBody>
                <DeviceIdentity vendorId="65535" deviceId="%d" vendorName="Glimbo Werke"><DeviceName textId="T_Name"/>
                <DeviceVariantCollection><DeviceVariant productId="QW-%d"><Name textId="T_Name"/></DeviceVariant></DeviceVariantCollection>
                </DeviceIdentity>
                <DeviceFunction>
                <Features blockParameter="true" dataStorage="true"/>
                <DatatypeCollection/>
                <VariableCollection>
                <Variable id="V_Zack" index="31060" accessRights="rw"><Datatype xsi:type="UIntegerT" bitLength="8">
                  <SingleValue value="3"><Name textId="T_Value"/></SingleValue></Datatype>
                  <Name textId="T_Var"/><Description textId="T_Desc"/></Variable>
                </VariableCollection>
                <ProcessDataCollection/>
                <ErrorTypeCollection><ErrorType code="128" additionalCode="222"><Name textId="T_Error"/></ErrorType></ErrorTypeCollection>
                <EventCollection><Event code="36123" type="Error"><Name textId="T_Event"/></Event></EventCollection>
                <UserInterface><ProcessDataRefCollection/>
                <MenuCollection><Menu id="M_1"><Name textId="T_Menu"/>
                  <VariableRef variableId="V_Zack" gradient="0.1" offset="0" unitCode="1137"/></Menu></MenuCollection>
                </UserInterface>
                </DeviceFunction>
                </ProfileBody>
                <CommNetworkProfile xsi:type="IOLinkCommNetworkProfileT" iolinkRevision="V1.1"/>
                <ExternalTextCollection>
                <PrimaryLanguage xml:lang="en"><Text id="T_Name" value="%s"/><Text id="T_Var" value="%s"/>
                  <Text id="T_Desc" value="Tells how the flimmery thing &lt;b&gt;jolts&lt;/b&gt;"/><Text id="T_Value" value="Wobbling"/>
                  <Text id="T_Event" value="Blorp happened"/><Text id="T_Error" value="Krax refused"/><Text id="T_Menu" value="Glubber page"/></PrimaryLanguage>
                <Language xml:lang="de"><Text id="T_Var" value="Zäckenhöhe"/></Language>
                <Language xml:lang="zh"><Text id="T_Var" value="锯齿高度值"/></Language>
                </ExternalTextCollection>
                </IODevice>
                """
                .formatted(deviceId, deviceId, product, variable).getBytes(StandardCharsets.UTF_8);
    }

    private static String eds() {
        return Samples
                .eds("""
                        [Params]
                          Param5 = 0, 6, "20 04 24 01 30 03", 0x0000, 0xC6, 1, "Plonker rate", "qbar", "Rate of the plonker", 0, 9, 3, ,,,, ,,,, ;
                          Enum5 = 0, "Snoozing", 1, "Plonking";
                        [Assembly]
                          Assem123 = "Plonker input", "20 04 24 7B 30 03", 1, 0, , , 8, Param5;
                        [Connection Manager]
                          Connection1 = 0x04010002, 0x44640405, , 0, , , 1, Assem123, , , , , "Plonker owner", "", "20 04 24 01 2C C0 2C 7B";
                        """)
                .replace("ProdName = \"Thing\"", "ProdName = \"Plonkmaster\"")
                .replace("ProdCode = 7", "ProdCode = 7977");
    }

    private static ValidatableResponse search(String query) {
        return given().queryParam("q", query).get("/api/search").then().statusCode(200);
    }

    @Test
    void exactNamesComeFirstAndSayWhereTheyAre() {
        search("Zackenwert").body("query", equalTo("Zackenwert")).body("parameters", hasSize(1))
                .body("parameters[0].match", equalTo("exact")).body("parameters[0].device_id", equalTo(iodd))
                .body("parameters[0].device_type", equalTo("IODD")).body("parameters[0].tab", equalTo("parameters"))
                .body("parameters[0].item", equalTo("V_Zack")).body("parameters[0].param_number", equalTo(31060))
                .body("parameters[0].title_marks[0].start", equalTo(0))
                .body("parameters[0].title_marks[0].end", equalTo(10)).body("has_more", equalTo(false))
                .body("parameters[0].units", equalTo("bar")).body("parameters[0].device_name", equalTo("Qwertzor One"));
    }

    @Test
    void beginningsWordsAndOtherLanguagesAreFound() {
        search("zack").body("parameters[0].match", equalTo("prefix"));
        search("zackenhohe").body("parameters[0].match", equalTo("exact"))
                .body("parameters[0].found.language", equalTo("de"))
                .body("parameters[0].found.text", equalTo("Zäckenhöhe"));
        search("高度").body("parameters[0].found.language", equalTo("zh"))
                .body("parameters[0].found.marks[0].start", equalTo(2));
        search("flimmery jolts").body("parameters[0].match", equalTo("text"))
                .body("parameters[0].found.text", equalTo("Tells how the flimmery thing <b>jolts</b>"))
                .body("parameters[0].found.marks", hasSize(2));
    }

    @Test
    void mistakesAreForgiven() {
        search("Zackenwrt").body("corrected", equalTo("zackenwert")).body("parameters[0].match", equalTo("typo"))
                .body("parameters[0].title_marks[0].end", equalTo(10));
        search("Qwretzor").body("corrected", equalTo("qwertzor")).body("iodd_devices.id", hasItem(iodd));
        search("plonker xyzzyx").body("parameters[0].match", equalTo("some"));
    }

    @Test
    void questionsOfEngineersAreAnswered() {
        search("Which devices have a variable with index 31060?").body("parameters.device_id", hasItem(iodd))
                .body("parameters[0].found.text", equalTo("index 31060 (0x7954)"));
        search("0x7954").body("parameters.item", hasItem("V_Zack"));
        search("which sensors give qbar?").body("parameters.device_id", hasItem(eds))
                .body("parameters[0].match", equalTo("exact")).body("parameters[0].units", equalTo("qbar"));
        search("0x8D1B").body("events[0].title", equalTo("Blorp happened")).body("events[0].tab", equalTo("events"))
                .body("events[0].code", equalTo(36123));
        search("36123").body("events[0].item", equalTo("0x8D1B"));
        search("event 8d1b").body("events[0].item", equalTo("0x8D1B"));
        search("0x80DE").body("errors[0].title", equalTo("Krax refused"));
        search("product 7977").body("eds_devices.id", hasItem(eds));
    }

    @Test
    void thingsOfAllKindsAreFound() {
        search("wobbling zackenwert").body("enums[0].title", equalTo("Zackenwert")).body("enums[0].values.3",
                equalTo("Wobbling"));
        search("zackenwert").body("enums", empty());
        search("wobbling").body("enums[0].found.field", equalTo("value"))
                .body("enums[0].found.text", equalTo("3 = Wobbling"));
        search("glubber").body("menus[0].found", equalTo(null)).body("menus[0].title", equalTo("Glubber page"));
        search("plonker").body("assemblies[0].item", equalTo("Assem123"))
                .body("assemblies[0].tab", equalTo("assemblies"))
                .body("connections[0].title", equalTo("Plonker owner"))
                .body("parameters[0].help_string", equalTo("Rate of the plonker"))
                .body("parameters[0].max_value", equalTo("9"));
        search("plonking").body("enums.device_id", hasItem(eds));
        search("assembly 123").body("assemblies.device_id", hasItem(eds));
        search("plonkmaster").body("eds_devices[0].id", equalTo(eds)).body("eds_devices[0].product_code", equalTo(7977))
                .body("eds_devices[0].type", equalTo("EDS")).body("eds_devices[0].revision", equalTo("1.2"));
        search("QW-" + FIRST).body("iodd_devices[0].id", equalTo(iodd)).body("iodd_devices[0].match", equalTo("exact"));
    }

    @Test
    void partOfAQueryMayBeTheDescriptions() {
        search("glimbo zackenwert").body("parameters.device_id", hasItem(iodd));
        search("zackenwert glimbo").body("parameters.device_id", hasItem(iodd)).body("facets.vendor.value",
                hasItem("Glimbo Werke"));
    }

    @Test
    void facetsCountAndNarrow() {
        ValidatableResponse all = search("zack").body("facets.descriptions", equalTo(1))
                .body("facets.kind[0].value", equalTo("IODD")).body("facets.vendor[0].value", equalTo("Glimbo Werke"))
                .body("facets.revision[0].value", equalTo("1.1"))
                .body("facets.feature.value", hasItems("Block parameter", "Data storage"))
                .body("facets.complete", equalTo(true));
        assertThat(all.extract().<List<Integer>>path("facets.feature.count")).containsOnly(1);
        for (String narrowed : List.of("vendor=Glimbo Werke", "revision=1.1", "feature=Data storage", "kind=iodd",
                "device_type=IODD")) {
            String[] filter = narrowed.split("=");
            given().queryParam("q", "zack").queryParam(filter[0], filter[1]).get("/api/search").then()
                    .body("parameters", hasSize(1));
        }
        for (String other : List.of("vendor=Nobody", "revision=9.9", "feature=Wings", "device_type=EDS")) {
            String[] filter = other.split("=");
            given().queryParam("q", "zack").queryParam(filter[0], filter[1]).get("/api/search").then()
                    .body("total_results", equalTo(0)).body("facets.descriptions", equalTo(0));
        }
        given().queryParam("q", "zack").queryParam("type", "menu,event").queryParam("facets", "false")
                .get("/api/search")
                .then().body("parameters", empty()).body("facets", equalTo(null));
    }

    @Test
    void listsHavePages() {
        for (int i = 1; i <= 3; i++) {
            Samples.imported(description(FIRST + 10 + i, "Pageturner " + i, "Blattgrad"));
        }
        List<Integer> first = page(1);
        List<Integer> second = page(2);
        assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(1);
        search("blattgrad").body("parameters", hasSize(3)).body("parameters.id.unique()", hasSize(1))
                .body("facets.descriptions", equalTo(3)).body("facets.vendor", hasSize(1))
                .body("facets.vendor[0].count", equalTo(3)).body("facets.feature[0].count", equalTo(3));
    }

    @Test
    void beginningsOfManyWordsAndOfWordsWithDigitsAreFound() {
        String many = IntStream.range(0, 20).mapToObj(i -> "quaffl" + (char) ('a' + i))
                .collect(Collectors.joining(" "));
        int id = Samples.imported(description(FIRST + 40, "Beginner", "Level zork77alpha " + many));
        for (String query : List.of("quaffl", "quaf lev", "quafflc quafflt", "zork7", "zork77 quaf")) {
            search(query).body("parameters", hasSize(1)).body("parameters[0].match", equalTo("word"))
                    .body("parameters[0].device_id", equalTo(id));
        }
        search("zork8").body("parameters.device_id", not(hasItem(id)));
        given().delete("/api/descriptions/" + id);
    }

    /** The best things may be in descriptions that are not wanted. */
    @Test
    void whatIsNarrowedIsFoundBehindWhatFitsBetter() {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(Samples.imported(description(FIRST + 50 + i, "Narrow " + i, "Tarnkappe " + i)));
        }
        int other = Samples.imported(new String(description(FIRST + 53, "Narrow other", "Tarnkappe of somebody else"),
                StandardCharsets.UTF_8).replace("Glimbo Werke", "Orlop Works").getBytes(StandardCharsets.UTF_8));
        given().queryParam("q", "tarnkappe").queryParam("vendor", "Orlop Works").queryParam("limit", 1)
                .get("/api/search").then().statusCode(200).body("parameters.device_id", contains(other))
                .body("facets.descriptions", equalTo(1)).body("has_more", equalTo(false));
        given().queryParam("q", "tarnkappe").queryParam("limit", 1).get("/api/search").then()
                .body("parameters", hasSize(1)).body("facets.descriptions", equalTo(4))
                .body("facets.vendor.value", contains("Glimbo Werke", "Orlop Works"))
                .body("has_more", equalTo(true));
        ids.add(other);
        ids.forEach(id -> given().delete("/api/descriptions/" + id).then().statusCode(204));
    }

    private static List<Integer> page(int page) {
        return given().queryParam("q", "blattgrad").queryParam("limit", 2).queryParam("page", page).get("/api/search")
                .then().body("has_more", equalTo(page == 1)).extract().path("parameters.device_id");
    }

    @Test
    void suggestionsTakeTurns() {
        given().get("/api/search/suggestions?q=gli").then().statusCode(200).body("query", equalTo("gli"))
                .body("suggestions[0].text", equalTo("Glimbo Werke")).body("suggestions[0].type", equalTo("vendor"));
        given().get("/api/search/suggestions?q=plonk").then().body("suggestions.type", hasItems("product", "parameter"))
                .body("suggestions.text", hasItems("Plonkmaster", "Plonker rate"));
        given().get("/api/search/suggestions?q=zäck").then().body("suggestions.text", hasItem("Zäckenhöhe"));
        given().get("/api/search/suggestions?q=p&limit=1").then().body("suggestions", hasSize(1));
    }

    @Test
    void devicesAreFoundByWhatPeopleNoted() {
        given().contentType(ContentType.JSON).body(Map.of("device_id", "search-dev-1")).post("/api/devices/register")
                .then().statusCode(201);
        given().contentType(ContentType.JSON).body(Map.of("name", "Kühlpümpe Nord", "notes", "squeaks on mondays",
                "labels", Map.of("hallway", "thirteenth"))).patch("/api/devices/search-dev-1").then().statusCode(200);
        search("kuhlpumpe").body("devices[0].device_id", equalTo("search-dev-1"))
                .body("devices[0].title_marks[0].end", equalTo(9));
        search("search-dev-1").body("devices.device_id", hasItem("search-dev-1"));
        search("Kühlpumqe").body("devices[0].device_id", equalTo("search-dev-1")).body("corrected",
                equalTo("kuhlpumpe"));
        search("squeaks").body("devices[0].found.text", equalTo("squeaks on mondays"));
        search("hallway thirteenth").body("devices.device_id", hasItem("search-dev-1"));
        given().delete("/api/devices/search-dev-1");
        search("squeaks").body("devices", empty());
    }

    @Test
    void whatIsDeletedIsGoneAndTheRestOfASharedThingStays() {
        int one = Samples.imported(description(FIRST + 20, "Vanisher", "Mumpitzgrad"));
        int two = Samples.imported(description(FIRST + 21, "Remainer", "Mumpitzgrad"));
        search("mumpitzgrad").body("parameters.device_id", contains(two, one));
        given().delete("/api/descriptions/" + one).then().statusCode(204);
        renewal.run();
        search("mumpitzgrad").body("parameters.device_id", contains(two));
        given().delete("/api/descriptions/" + two).then().statusCode(204);
        search("mumpitzgrad").body("total_results", equalTo(0));
        renewal.run();
        assertThat(rows("select count(*) as n from search_text where tsv @@ '''mumpitzgrad'''::tsquery")).isZero();
        assertThat(rows("select count(*) as n from search_word where word in ('mumpitzgrad', 'vanisher')")).isZero();
        assertThat(rows("select count(*) as n from search_orphan")).isZero();
        assertThat(rows("select count(*) as n from search_part p where not exists (select 1 from search_text t "
                + "where t.id = p.text_id)")).isZero();
        for (String table : List.of("search_doc", "search_name")) {
            assertThat(rows("select count(*) as n from " + table + " d where not exists (select 1 from search_text t "
                    + "where t.id = d.text_id)")).isZero();
        }
        assertThat(rows("select count(*) as n from search_word where word = 'wobbling'")).isOne();
    }

    private long rows(String statement) {
        return sql.query(statement).one(row -> row.number("n"));
    }

    @Test
    void whatAnOlderVersionStoredIsRenewed() {
        int id = Samples.imported(description(FIRST + 30, "Oldtimer", "Rostgrad"));
        sql.query("update search_description set version = 1, tsv = '' where description_id = :id").bind("id", id)
                .update();
        sql.query("delete from search_part where description_id = :id").bind("id", id).update();
        search("rostgrad").body("total_results", equalTo(0));
        renewal.run();
        search("rostgrad").body("parameters.device_id", contains(id));
        sql.query("delete from search_description where description_id = :id").bind("id", id).update();
        sql.query("update description_file set content = :content where description_id = :id and role = 'MAIN'")
                .bind("content", "<IODevice".getBytes(StandardCharsets.UTF_8)).bind("id", id).update();
        renewal.run();
        search("oldtimer").body("iodd_devices.id", contains(id)).body("iodd_devices[0].id", greaterThan(0))
                .body("parameters.device_id", not(hasItem(id)));
        given().delete("/api/descriptions/" + id);
    }
}
