package io.greenstack.api.platform;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;

/** The language of a read that the client may keep; the request tells which version of it the client has. */
public class KeptLanguage extends LanguageQuery {

    @Context
    Request request;
}
