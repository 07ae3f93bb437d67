package io.greenstack.api.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;

@ApiTest
class ExportResourceTest {

    @TempDir
    Path folder;

    @Test
    void parametersAsCsvAreHarmlessInSpreadsheets() {
        int id = Samples.imported(new String(Samples.conditional(2801), StandardCharsets.UTF_8)
                .replaceAll("(<Text id=\"T_DeviceName\" value=\")[^\"]*", "$1=2+5").getBytes(StandardCharsets.UTF_8));

        String csv = given().header("Accept", "text/html,*/*;q=0.8")
                .get("/api/descriptions/" + id + "/export/parameters").then().statusCode(200)
                .contentType("text/csv").extract().asString();
        assertThat(csv).startsWith("parameter_index,parameter_id,name,").contains("\r\n");
        byte[] marked = given().get("/api/descriptions/" + id + "/export/parameters?format=csv&bom=true").asByteArray();
        assertThat(marked).startsWith(0xEF, 0xBB, 0xBF);
        String several = given().get("/api/descriptions/export/parameters?ids=" + id).asString();
        assertThat(several).contains(",'=2+5,").doesNotContain(",=2+5");
    }

    @Test
    void processDataAsJsonHasNumbersAndUnits() {
        int id = Samples.imported(Samples.conditional(2802));

        given().get("/api/descriptions/" + id + "/export/process-data?format=json").then().statusCode(200)
                .contentType("application/json").body("key", hasItems("level", "temperature"))
                .body("find { it.key == 'level' }.gradient", is(0.1f)).body("find { it.key == 'level' }.unit", is("%"))
                .body("find { it.key == 'level' }.bit_length", is(16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "process-data", "events"})
    void everyTableIsAWorkbookToo(String content) throws Exception {
        int id = Samples.imported(Samples.everything(2810 + content.length()));
        byte[] octets = given().get("/api/descriptions/" + id + "/export/" + content + "?format=xlsx").then()
                .statusCode(200).header("Content-Disposition", containsString(".xlsx")).extract().asByteArray();

        try (ZipFile book = new ZipFile(Files.write(folder.resolve(content + ".xlsx"), octets).toFile())) {
            assertThat(book.getEntry("[Content_Types].xml")).isNotNull();
            String sheet = new String(book.getInputStream(book.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet.split("<row ")).hasSizeGreaterThan(2);
        }
        List<String> streamed = new ArrayList<>();
        try (ZipInputStream book = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (ZipEntry entry = book.getNextEntry(); entry != null; entry = book.getNextEntry()) {
                assertThat(entry.getSize()).isEqualTo(book.readAllBytes().length).isPositive();
                streamed.add(entry.getName());
            }
        }
        assertThat(streamed).contains("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
    }

    @Test
    void whatThereIsNotIsSaid() {
        int id = Samples.imported(Samples.conditional(2804));

        given().get("/api/descriptions/" + id + "/export/secrets").then().statusCode(404)
                .body("detail", containsString("process-data"));
        given().get("/api/descriptions/" + id + "/export/events?format=pdf").then().statusCode(400);
        given().get("/api/descriptions/999999999/export/events").then().statusCode(404);
        given().get("/api/descriptions/export/events").then().statusCode(400);
    }

    @Test
    void thePathsOfThePredecessorAnswer() {
        int id = Samples.imported(Samples.conditional(2805));

        given().get("/api/config-export/iodd/" + id + "/json").then().statusCode(200)
                .body("device.id", is(id)).body("content.parameters", hasSize(greaterThan(3)));
        given().get("/api/config-export/iodd/" + id + "/csv").then().statusCode(200).contentType("text/csv");
        given().get("/api/config-export/eds/" + id + "/csv").then().statusCode(404);
        given().get("/api/config-export/batch/json?device_type=IODD&device_ids=" + id).then().statusCode(200)
                .body("total_count", is(1)).body("devices[0].parameters", hasSize(greaterThan(3)))
                .body("device_type", equalTo("IODD"));
        given().get("/api/config-export/batch/json?device_type=IODD&device_ids=x").then().statusCode(400);
        given().get("/api/config-export/batch/json?device_type=IODD&device_ids=999999999").then().statusCode(404);
    }
}
