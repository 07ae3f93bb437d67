package io.greenstack.platform.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

class MasterSecretsTest {

    private final MasterSecrets secrets = new MasterSecrets(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void whatIsSealedIsOpenedForItsMasterAlone() {
        String sealed = secrets.seal("line1", "geheim");
        assertThat(sealed).doesNotContain("geheim").isNotEqualTo(secrets.seal("line1", "geheim"));
        assertThat(secrets.open("line1", sealed)).isEqualTo("geheim");
        assertThatIllegalStateException().isThrownBy(() -> secrets.open("line2", sealed));
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatIllegalStateException().isThrownBy(
                () -> new MasterSecrets(Base64.getEncoder().encodeToString(other)).open("line1", sealed))
                .withMessageContaining("set the password anew");
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        assertThat(new MasterSecrets((String) null).available()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> new MasterSecrets((String) null).seal("line1", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MasterSecrets("AAAA"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MasterSecrets("!"));
    }

    @Test
    void theDocumentInRedisIsReadAsItWasWritten() {
        List<MasterConfig> masters = List.of(
                new MasterConfig("a", "IFM_HTTP", "http://10.0.0.1", 500, "admin", "sealed", false),
                new MasterConfig("b", "IFM_HTTP", "http://10.0.0.2", 100, null, null, true));
        assertThat(MasterConfig.read(MasterConfig.document(masters))).isEqualTo(masters);
        assertThat(MasterConfig.read("[]")).isEmpty();
    }
}
