package io.greenstack.api.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;

/** Every endpoint that answers a file answers its octets, whatever the client says that it accepts. */
@ApiTest
class FilesAsOctetsTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
    private static final List<String> ACCEPTED = List.of("*/*", BROWSER,
            "image/avif,image/webp,image/png,image/*;q=0.8,*/*;q=0.5");
    /** A picture of one transparent point. */
    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @Test
    void picturesAndFilesOfAnIodd() {
        byte[] main = Samples.simple(2701);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("octets-IODD1.1.xml", main);
        files.put("device-pic.png", PNG);
        int id = Samples.upload("octets.zip", Samples.zip(files)).statusCode(201).extract().path("device_id");
        List<Map<String, Object>> assets = given().get("/api/iodd/" + id + "/assets").then().statusCode(200).extract()
                .path("$");
        Object picture = assets.stream().filter(asset -> "device-pic.png".equals(asset.get("file_name"))).findFirst()
                .orElseThrow(() -> new AssertionError(assets.toString())).get("id");
        for (String accept : ACCEPTED) {
            assertThat(octets("/api/iodd/" + id + "/assets/" + picture, accept, "image/png")).isEqualTo(PNG);
        }
        assertThat(octets("/api/iodd/" + id + "/xml", "application/xml", "application/xml")).isEqualTo(main);
        assertThat(octets("/api/iodd/" + id + "/export?format=xml", "*/*", "application/xml")).isEqualTo(main);
        assertThat(octets("/api/iodd/" + id + "/export", BROWSER, "application/zip")).startsWith('P', 'K');
    }

    @Test
    void iconAndFileOfAnEds() {
        String icon = Base64.getEncoder().encodeToString(PNG);
        String file = Samples.eds("").replace("[Device Classification]",
                "  IconContents = \"" + icon + "\";\n[Device Classification]")
                .replace("ProdCode = 7", "ProdCode = 2702");
        byte[] main = file.getBytes(StandardCharsets.UTF_8);
        int id = given().multiPart("file", "octets.eds", main).post("/api/eds/upload").then().statusCode(201).extract()
                .path("eds_id");
        for (String accept : ACCEPTED) {
            assertThat(octets("/api/eds/" + id + "/icon", accept, "image/png")).isEqualTo(PNG);
        }
        assertThat(octets("/api/eds/" + id + "/file", "*/*", "text/plain")).isEqualTo(main);
        assertThat(octets("/api/eds/" + id + "/export-zip", "*/*", "application/zip")).startsWith('P', 'K');
    }

    private static byte[] octets(String path, String accept, String type) {
        var response = given().accept(accept).get(path).then().statusCode(200).extract();
        assertThat(response.contentType()).as(path + " for " + accept).startsWith(type);
        return response.asByteArray();
    }
}
