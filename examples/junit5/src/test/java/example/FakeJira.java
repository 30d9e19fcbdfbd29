package example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A fake Jira, started by its command line; needs nothing but the JDK. */
public final class FakeJira implements AutoCloseable {
  private static final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String url;

  private FakeJira(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * The fake of FAKE_JIRA_URL ({@code fake-jira exec -- mvn test}), else one that is started here.
   *
   * @param options such as {@code --world}, {@code test/world.yaml}
   */
  public static FakeJira start(String... options) throws IOException {
    String given = System.getenv("FAKE_JIRA_URL");
    if (given != null) return new FakeJira(null, given);
    String command = System.getenv().getOrDefault("FAKE_JIRA", "npx fake-jira");
    List<String> words = Stream.of(Stream.of(command.split(" ")), Stream.of("start", "--port", "0", "--log", "json", "--quiet"), Stream.of(options))
        .flatMap(part -> part)
        .toList();
    Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String ready = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
    Matcher found = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(ready == null ? "" : ready);
    if (!found.find()) throw new IOException("The fake did not start: " + ready);
    return new FakeJira(process, found.group(1));
  }

  /** A Jira that nobody else sees. */
  public Workspace workspace() {
    return new Workspace(url + "/w/junit-" + UUID.randomUUID().toString().substring(0, 12));
  }

  @Override
  public void close() {
    if (process == null) return;
    // With npx in front, the fake is a process below it.
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  /**
   * A workspace of the fake.
   *
   * @param url base address: give it to a client as that of its Jira
   */
  public record Workspace(String url) {
    /** Adds what a world file has to this world. */
    public void add(String worldFile) throws IOException, InterruptedException {
      control("POST", "world", worldFile);
    }

    /** The requests that were answered, as JSON. */
    public String requests(String query) throws IOException, InterruptedException {
      return control("GET", "requests?" + query, null);
    }

    /** Asks the control API, e.g. {@code control("POST", "reset", null)}. */
    public String control(String method, String path, String body) throws IOException, InterruptedException {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/_fake/" + path));
      if (body != null) request.header("Content-Type", "application/json");
      request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400) throw new IOException(method + " " + path + ": " + answer.body());
      return answer.body();
    }
  }
}
