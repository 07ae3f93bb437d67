package io.greenstack.core.processdata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** JSON as maps, lists, texts, booleans and decimals, for test data. */
final class JsonTree {

    private JsonTree() {}

    /** The value at the parser's present token. */
    static Object read(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT :
                Map<String, Object> object = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    object.put(name, read(json));
                }
                return object;
            case START_ARRAY :
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(json));
                }
                return list;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT :
                return json.getDecimalValue();
            case VALUE_TRUE, VALUE_FALSE :
                return json.getBooleanValue();
            case VALUE_NULL :
                return null;
            default :
                return json.getText();
        }
    }
}
