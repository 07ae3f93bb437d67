package io.greenstack.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;

import org.junit.jupiter.api.Test;

class MosquittoHashTest {

    /** Made by mosquitto_passwd 2.0.11 of the password "open sesame". */
    private static final String MADE_BY_MOSQUITTO = "$7$101$ajY2j3nQtMIoFcGy$H7Gf5QPI3/PJQDJ/vYmV2WklpECdyhNFKLfRRroMd+1D3LF1SCcI/DmDx38c7qWlATuc952v/xgfg5mnEA8KUw==";

    @Test
    void isTheOneThatMosquittoMakes() {
        String[] parts = MADE_BY_MOSQUITTO.split("\\$");

        assertThat(MosquittoHash.of("open sesame", Base64.getDecoder().decode(parts[3]), Integer.parseInt(parts[2])))
                .isEqualTo(MADE_BY_MOSQUITTO);
    }
}
