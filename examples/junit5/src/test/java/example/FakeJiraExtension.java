package example;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a workspace of one fake, which runs as long as there are tests. */
public final class FakeJiraExtension implements ParameterResolver {
  private static final Namespace namespace = Namespace.create(FakeJiraExtension.class);

  private record Running(FakeJira fake) implements CloseableResource {
    @Override
    public void close() {
      fake.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FakeJira.Workspace.class;
  }

  @Override
  public FakeJira.Workspace resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(namespace).getOrComputeIfAbsent("fake", key -> started(), Running.class).fake().workspace();
  }

  private static Running started() {
    try {
      return new Running(FakeJira.start("--world", "tiny"));
    } catch (java.io.IOException error) {
      throw new java.io.UncheckedIOException(error);
    }
  }
}
