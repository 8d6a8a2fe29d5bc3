using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Authsignal.Emulator.Tests;

/// <summary>An emulator of its own for each test, with a clock that only the test moves.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));

    private protected EmulatorHost Host { get; private set; } = null!;

    private protected ApiClient Api { get; private set; } = null!;

    private protected UiClient Ui { get; private set; } = null!;

    private protected EmulatorControl Control => Host.Control;

    public virtual async ValueTask InitializeAsync()
    {
        Host = await EmulatorHost.StartAsync(new EmulatorSettings(), Time, ct: Ct);
        Api = new ApiClient(Host.BaseAddress);
        Ui = new UiClient(Host.BaseAddress);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Ui.Dispose();
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
