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

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes files that are made meanwhile. One that fails after its begin closes the connection: nobody takes a part for the whole. */
@Provider
class FileStreamWriter implements ServerMessageBodyWriter<FileStream> {

    private final CurrentVertxRequest current;

    FileStreamWriter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == FileStream.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target,
            MediaType mediaType) {
        return type == FileStream.class;
    }

    @Override
    public void writeResponse(FileStream file, Type genericType, ServerRequestContext context) throws IOException {
        OutputStream octets = context.getOrCreateOutputStream();
        try {
            file.body().write(octets);
            octets.close();
        } catch (IOException | RuntimeException e) {
            HttpServerResponse response = current.getCurrent().response();
            if (response.headWritten()) {
                response.reset();
            }
            throw e;
        }
    }

    @Override
    public void writeTo(FileStream file, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        file.body().write(out);
    }
}
