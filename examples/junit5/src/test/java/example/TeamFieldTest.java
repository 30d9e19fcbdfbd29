package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeJiraExtension.class)
class TeamFieldTest {
  private static int create(FakeJira.Workspace jira, String name) throws Exception {
    String body = "{\"name\":\"" + name + "\",\"type\":\"com.atlassian.jira.plugin.system.customfieldtypes:select\"}";
    HttpRequest request = HttpRequest.newBuilder(URI.create(jira.url() + "/rest/api/3/field"))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes()))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void createsTheField(FakeJira.Workspace jira) throws Exception {
    assertEquals(201, create(jira, "Team"));
    assertTrue(jira.requests("method=POST&path=/rest/api/*/field").contains("\"Team\""));
  }

  @Test
  void isToldThatJiraIsAway(FakeJira.Workspace jira) throws Exception {
    jira.control("POST", "faults", "{\"when\":{\"operation\":\"createCustomField\"},\"status\":503}");
    assertEquals(503, create(jira, "Team"));
  }
}
