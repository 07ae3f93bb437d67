package io.greenstack.api.eds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.platform.Sql;

/** Lists show what the documents say, although they do not open them. */
@ApiTest
class EdsRowRepositoryTest {

    private static final String QUESTIONABLE = "[Params]\n  Param1 = 0, , , 0x0000, 0x99, 1, \"a\";\n"
            + "  Param2 = 0, , , 0x0000, 0xC6, 1, \"b\", \"\", \"\", 9, 1, 5;\n[Assembly]\n"
            + "  Assem1 = \"x\", , 4, , , , 16, Param7;\n[DLR Class]\n  Revision = 3;\n";
    /** Every member taken out of the documents themselves. */
    private static final String FROM_DOCUMENTS = """
            select id, cast(detail ->> 'product_type' as integer) as type, detail ->> 'product_type_str' as type_name,
                detail ->> 'catalog_number' as catalog, detail ->> 'description' as text, detail ->> 'home_url' as url,
                (select count(*) from jsonb_array_elements(findings) f where f ->> 'severity' = 'info') as infos,
                (select count(*) from jsonb_array_elements(findings) f where f ->> 'severity' = 'warning') as warnings,
                (select count(*) from jsonb_array_elements(findings) f where f ->> 'severity' = 'error') as errors,
                jsonb_array_length(coalesce(detail -> 'assemblies', '[]')) as assemblies,
                array(select jsonb_array_elements_text(coalesce(detail -> 'features', '[]'))) as features
            from description where kind = 'EDS'""";

    @Inject
    EdsRowRepository rows;

    @Inject
    Sql sql;

    private static int upload(String name, byte[] content) {
        return given().multiPart("file", name, content).post("/api/eds/upload").then().statusCode(oneOf(200, 201))
                .extract().path("eds_id");
    }

    private static int upload(int productCode, String sections) {
        return upload("listed.eds", Samples.eds(sections).replace("ProdCode = 7", "ProdCode = " + productCode)
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private Map<Long, EdsRowRepository.Extra> fromDocuments() {
        Map<Long, EdsRowRepository.Extra> extras = new LinkedHashMap<>();
        sql.query(FROM_DOCUMENTS).list(row -> extras.put(row.number("id"), new EdsRowRepository.Extra(
                row.get("type", Integer.class), row.text("type_name"), row.text("catalog"), row.text("text"),
                row.text("url"), row.number("infos"), row.number("warnings"), row.number("errors"),
                (int) row.number("assemblies"), row.texts("features"))));
        return extras;
    }

    @Test
    void listsShowWhatTheDocumentsSay() throws IOException {
        upload("flow.eds", Files.readAllBytes(Path.of(System.getProperty("greenstack.root", ".."), "deploy", "samples",
                "eds", "greenstack-flow-transmitter.eds")));
        long questionable = upload(4821, QUESTIONABLE);
        long bare = upload(4822, "");

        Map<Long, EdsRowRepository.Extra> expected = fromDocuments();
        assertThat(rows.extras(expected.keySet())).isEqualTo(expected);
        EdsRowRepository.Extra much = expected.get(questionable);
        assertThat(much.warnings() + much.errors()).isPositive();
        assertThat(much.features()).containsExactly("DLR");
        assertThat(much.assemblies()).isEqualTo(1);
        assertThat(expected.get(bare).assemblies()).isZero();
        given().delete("/api/eds/" + questionable);
        given().delete("/api/eds/" + bare);
    }

    @Test
    void theMigrationFillsInWhatWasStoredBefore() throws IOException {
        long id = upload(4824, QUESTIONABLE);
        sql.query("create table listed_before as select id, detail, findings from description").update();
        try {
            for (String migration : List.of("V012__listed_members.sql", "V015__severities_in_any_case.sql")) {
                String statements = new String(getClass().getResourceAsStream("/db/migration/" + migration)
                        .readAllBytes(), StandardCharsets.UTF_8);
                sql.query(statements.replace("TABLE description", "TABLE listed_before")).update();
            }
            assertThat(sql.query("""
                    select count(*) as same from listed_before b join description d using (id)
                    where (b.listed, b.info_count, b.warning_count, b.error_count)
                        = (d.listed, d.info_count, d.warning_count, d.error_count) and d.id = :id""").bind("id", id)
                    .<Long>one(row -> row.number("same"))).isOne();
        } finally {
            sql.query("drop table listed_before").update();
            given().delete("/api/eds/" + id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{\"assemblies\": 5, \"features\": null, \"description\": {\"a\": 1}}",
            "{\"assemblies\": null, \"catalog_number\": null}"})
    void aDocumentOfAnyShapeIsStoredAndListed(String document) {
        long id = upload(4823, QUESTIONABLE);
        sql.query("update description set detail = cast(:document as jsonb), findings = cast(:document as jsonb) "
                + "where id = :id").bind("document", document).bind("id", id).update();

        EdsRowRepository.Extra extra = rows.extras(List.of(id)).get(id);
        assertThat(extra.productType()).isNull();
        assertThat(extra.catalogNumber()).isNull();
        assertThat(extra.infos() + extra.warnings() + extra.errors() + extra.assemblies()).isZero();
        assertThat(extra.features()).isEmpty();
        given().delete("/api/eds/" + id);
    }
}
