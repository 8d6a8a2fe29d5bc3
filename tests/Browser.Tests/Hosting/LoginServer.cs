extern alias web;

using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanLogin.Browser.Tests.Hosting;

/// <summary>The real login server on Kestrel, https and a database of its own.</summary>
internal sealed class LoginServer : WebApplicationFactory<web::Program>
{
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly TimeProvider _time;

    public LoginServer(int port, X509Certificate2 certificate, IReadOnlyDictionary<string, string> settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(_time)));
    }
}
