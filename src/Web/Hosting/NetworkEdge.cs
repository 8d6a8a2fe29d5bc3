using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CleanLogin.Web.Hosting;

// What a request may claim about where it comes from and whom it is for.
internal static class NetworkEdge
{
    private const string TrustedProxies = "Server:TrustedProxies";

    public static void AddNetworkEdge(this IServiceCollection services, IConfiguration configuration)
    {
        // After the framework's own, which one variable of the environment turns into trust in everybody.
        services.PostConfigure<ForwardedHeadersOptions>(forwarded => Trust(configuration, forwarded));
        // Links and redirects are made from Host in places: only the issuer's own name is answered, unless the operator lists others.
        services.AddSingleton<IValidateOptions<HostFilteringOptions>, AllowedHostsValidator>();
        services.AddOptions<HostFilteringOptions>().ValidateOnStart().PostConfigure(filter =>
        {
            filter.AllowEmptyHosts = false;
            if (string.IsNullOrEmpty(configuration["AllowedHosts"])
                && Uri.TryCreate(configuration["Server:Issuer"], UriKind.Absolute, out var issuer))
            {
                filter.AllowedHosts = [issuer.Host];
            }
        });
    }

    // Nobody is trusted by default, the loopback address neither: a forged address would evade limits and mislead the risk rules.
    private static void Trust(IConfiguration configuration, ForwardedHeadersOptions forwarded)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in configuration.GetSection(TrustedProxies).Get<string[]>() ?? [])
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                // Checked at start, where it was read with all other settings.
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        // With empty lists the middleware would believe everybody.
        forwarded.ForwardedHeaders = forwarded.KnownProxies.Count + forwarded.KnownIPNetworks.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    }
}
