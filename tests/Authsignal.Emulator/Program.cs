using CleanLogin.Authsignal.Emulator.Hosting;

var builder = WebApplication.CreateBuilder(args);
await using var app = EmulatorApplication.Build(builder, TimeProvider.System);
await app.RunAsync();
