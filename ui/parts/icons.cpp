#include "ui/parts/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// Must stand outside any namespace: the resources of a static library are not found without it.
static void initResources() {
    Q_INIT_RESOURCE(studio);
}

namespace rudolph {

namespace {

class ThemedIconEngine : public QIconEngine {
public:
    explicit ThemedIconEngine(QString name) : name_(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QApplication::palette();
        QColor colour = palette.color(
            mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            colour = palette.color(QPalette::HighlightedText);
        QByteArray svg = source();
        svg.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer(svg).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(name_); }

private:
    QByteArray source() const {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name_));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString name_;
};

}  // namespace

QIcon themedIcon(const QString& name) {
    initResources();
    return QIcon(new ThemedIconEngine(name));
}

QIcon markIcon() {
    initResources();
    return QIcon(QStringLiteral(":/icons/mark.svg"));
}

}  // namespace rudolph
