package io.greenstack.api.iodd;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.localstack.testing.Corpus;
import io.restassured.response.Response;

/** Every read answers for every vendor's file. */
@ApiTest
class IoddCorpusApiTest {

    @Test
    void everyReadOfEveryFileIsJson() throws Exception {
        List<Path> files = Corpus.iodds();
        ObjectMapper json = new ObjectMapper();
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            Response upload = Samples.upload(file.getFileName().toString(), Corpus.bytes(file)).extract().response();
            assertThat(upload.statusCode()).as(file.toString()).isIn(200, 201);
            int id = upload.path("device_id");
            for (String read : IoddReadTest.READS) {
                Response response = given().accept("application/json").get("/api/iodd/" + id + read);
                if (response.statusCode() != 200 || json.readTree(response.asByteArray()) == null) {
                    wrong.add(file + read + ": " + response.statusCode());
                }
            }
            Response german = given().get("/api/iodd/" + id + "?lang=de");
            Response zip = given().get("/api/iodd/" + id + "/export");
            if (german.statusCode() != 200 || zip.statusCode() != 200) {
                wrong.add(file + ": " + german.statusCode() + " " + zip.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
