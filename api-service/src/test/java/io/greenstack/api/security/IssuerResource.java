package io.greenstack.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An issuer of tokens that has its document of discovery and its keys, and nothing else. The tests sign the tokens. */
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {

    /** Property with the private key, PKCS #8 in base64, by which tests sign. */
    static final String KEY = "test.issuer.key";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        KeyPair keys = Tokens.keys();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/test";
        answer("/realms/test/.well-known/openid-configuration",
                """
                        {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                        "response_types_supported":["code"],"subject_types_supported":["public"],
                        "id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"]}
                        """
                        .formatted(issuer));
        answer("/realms/test/keys", jwks((RSAPublicKey) keys.getPublic()));
        server.start();
        return Map.of("greenstack.oidc.issuer", issuer, KEY,
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    }

    private static String jwks(RSAPublicKey key) {
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """.formatted(Tokens.KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
    }

    /** A number in base64url without a sign octet (RFC 7518, 6.3.1). */
    private static String number(BigInteger value) {
        byte[] octets = value.toByteArray();
        int from = octets[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Arrays.copyOfRange(octets, from, octets.length));
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
