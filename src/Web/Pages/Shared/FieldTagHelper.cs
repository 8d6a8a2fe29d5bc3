using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CleanLogin.Web.Pages.Shared;

/// <summary>
/// A text field with its label, hint and fault, tied together for screen readers (WCAG 2.2, 1.3.1 and 3.3.1). Further attributes go to
/// the input; a password is never written back into the page.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>The property that the field fills.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>What it is called.</summary>
    public required string Label { get; set; }

    /// <summary>How to fill it in, if that is not obvious.</summary>
    public string? Hint { get; set; }

    /// <summary>The page it is on.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var fault = ViewContext.ModelState[For.Name]?.Errors.FirstOrDefault()?.ErrorMessage;
        var input = CreateInput(id, fault is not null, output.Attributes);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(Create("label", null, null, Label, ("for", id)));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Create("p", "hint", id + "-hint", Hint));
        }

        output.Content.AppendHtml(input.Attributes["type"] == "password" ? WithReveal(input, id) : input);
        if (fault is not null)
        {
            output.Content.AppendHtml(Create("p", "fault", id + "-fault", fault));
        }
    }

    private TagBuilder CreateInput(string id, bool faulty, TagHelperAttributeList attributes)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "text";
        foreach (var attribute in attributes)
        {
            input.Attributes[attribute.Name] = attribute.Value?.ToString() ?? string.Empty;
        }

        input.Attributes["id"] = id;
        input.Attributes["name"] = For.Name;
        if (input.Attributes["type"] != "password" && !input.Attributes.ContainsKey("value"))
        {
            input.Attributes["value"] = For.Model as string ?? string.Empty;
        }

        var described = string.Join(' ', new[] { Hint is null ? null : id + "-hint", faulty ? id + "-fault" : null }.OfType<string>());
        if (described.Length > 0)
        {
            input.Attributes["aria-describedby"] = described;
        }

        if (faulty)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        return input;
    }

    // The button appears only where the script runs that makes it work.
    private static TagBuilder WithReveal(TagBuilder input, string id)
    {
        var group = new TagBuilder("div");
        group.AddCssClass("password");
        group.InnerHtml.AppendHtml(input);
        group.InnerHtml.AppendHtml(Create(
            "button", null, null, "Show", ("type", "button"), ("hidden", ""), ("data-reveal", id), ("aria-label", "Show password")));
        return group;
    }

    private static TagBuilder Create(string name, string? css, string? id, string text, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
        {
            tag.AddCssClass(css);
        }

        if (id is not null)
        {
            tag.Attributes["id"] = id;
        }

        foreach (var attribute in attributes)
        {
            tag.Attributes[attribute.Name] = attribute.Value;
        }

        tag.InnerHtml.Append(text);
        return tag;
    }
}
