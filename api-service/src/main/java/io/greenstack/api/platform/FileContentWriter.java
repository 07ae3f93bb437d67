package io.greenstack.api.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes files octet for octet, whatever media type they have. No worker waits until a client has read one; {@link HeldFiles} bounds them. */
@Provider
class FileContentWriter implements ServerMessageBodyWriter<FileContent> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == FileContent.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target,
            MediaType mediaType) {
        return type == FileContent.class;
    }

    @Override
    public void writeResponse(FileContent file, Type genericType, ServerRequestContext context) {
        context.serverResponse().end(file.octets());
    }

    @Override
    public void writeTo(FileContent file, Class<?> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(file.octets());
    }
}
